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
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The client of Elasticsearch. It gives up soon: a search that hangs is worth less than one that says so. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ElasticsearchProperties.class, SearchProperties.class})
class ElasticsearchConfiguration {

    @Bean(destroyMethod = "close")
    ElasticsearchClient elasticsearchClient(ElasticsearchProperties properties) {
        return new ElasticsearchClient(new Rest5ClientTransport(httpClient(properties), new Jackson3JsonpMapper()));
    }

    private static Rest5Client httpClient(ElasticsearchProperties properties) {
        return Rest5Client.builder(properties.url().toArray(URI[]::new))
                .setDefaultHeaders(credentials(properties))
                .setConnectionConfigCallback(connection -> connection.setConnectTimeout(1, TimeUnit.SECONDS))
                .setRequestConfigCallback(request -> request.setResponseTimeout(5, TimeUnit.SECONDS)
                        .setConnectionRequestTimeout(2, TimeUnit.SECONDS))
                .build();
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
