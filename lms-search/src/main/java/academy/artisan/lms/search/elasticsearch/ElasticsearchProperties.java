package academy.artisan.lms.search.elasticsearch;

import java.net.URI;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Elasticsearch is.
 *
 * @param url one address, or several of one cluster
 * @param user left out when nobody has to log in
 * @param indexPrefix lets several installations share a cluster
 */
@ConfigurationProperties("lms.elasticsearch")
public record ElasticsearchProperties(
        @DefaultValue("http://127.0.0.1:9200") List<URI> url,
        @Nullable String user,
        @Nullable String password,
        @DefaultValue("lms") String indexPrefix) {

    /** By what an index is asked. */
    public String alias(String index) {
        return indexPrefix + "-" + index;
    }
}
