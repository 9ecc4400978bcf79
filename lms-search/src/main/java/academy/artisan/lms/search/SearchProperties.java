package academy.artisan.lms.search;

import java.nio.file.Path;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How courses are found.
 *
 * @param synonyms a file of words that mean the same, in the place of those that come with the platform
 * @param withoutIndex what is answered while Elasticsearch is away
 */
@ConfigurationProperties("lms.search")
public record SearchProperties(
        @DefaultValue("synonyms.txt") Path synonyms,
        @DefaultValue("REDUCED") WithoutIndex withoutIndex) {

    /** What is answered while Elasticsearch is away. */
    public enum WithoutIndex {
        /** What PostgreSQL finds by title and tags. */
        REDUCED,
        /** That the search is not available. */
        UNAVAILABLE
    }
}
