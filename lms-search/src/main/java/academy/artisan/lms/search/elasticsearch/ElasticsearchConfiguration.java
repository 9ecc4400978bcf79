package academy.artisan.lms.search.elasticsearch;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.TimeUnit;

import academy.artisan.lms.search.SearchProperties;
import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The clients of Elasticsearch. The one for people gives up soon: a search that hangs is worth less than one that says
 * so. The other one waits, because nobody waits for it; it has connections of its own, and a client takes no other
 * timeouts for single requests.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ElasticsearchProperties.class, SearchProperties.class})
class ElasticsearchConfiguration {

    static final String PATIENT = "patientElasticsearchClient";

    private static final Timeout SOON = Timeout.ofSeconds(5);
    private static final Timeout CONNECTED_SOON = Timeout.ofSeconds(2);

    /** What is written or made takes its time on a busy machine. */
    private static final Timeout PATIENCE = Timeout.ofMinutes(1);

    @Bean(destroyMethod = "close")
    ElasticsearchClient elasticsearchClient(ElasticsearchProperties properties) {
        return client(properties, SOON, CONNECTED_SOON);
    }

    @Bean(name = PATIENT, destroyMethod = "close", defaultCandidate = false)
    @Qualifier(PATIENT) ElasticsearchClient patientElasticsearchClient(ElasticsearchProperties properties) {
        return client(properties, PATIENCE, PATIENCE);
    }

    private static ElasticsearchClient client(ElasticsearchProperties properties, Timeout answer, Timeout connection) {
        var http = Rest5Client.builder(properties.url().toArray(URI[]::new))
                .setDefaultHeaders(credentials(properties))
                .setConnectionConfigCallback(config -> config.setConnectTimeout(1, TimeUnit.SECONDS))
                .setRequestConfigCallback(
                        config -> config.setResponseTimeout(answer).setConnectionRequestTimeout(connection))
                .build();
        return new ElasticsearchClient(new Rest5ClientTransport(http, new Jackson3JsonpMapper()));
    }

    private static Header[] credentials(ElasticsearchProperties properties) {
        if (properties.user() == null || properties.user().isBlank()) {
            return new Header[0];
        }
        var pair = properties.user() + ":" + properties.password();
        var encoded = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        return new Header[] {new BasicHeader(HttpHeaders.AUTHORIZATION, "Basic " + encoded)};
    }
}
