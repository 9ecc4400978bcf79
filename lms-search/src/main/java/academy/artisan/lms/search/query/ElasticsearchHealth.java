package academy.artisan.lms.search.query;

import academy.artisan.lms.search.index.CourseContents;
import academy.artisan.lms.search.index.IndexLag;
import academy.artisan.lms.search.index.Indices;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether courses can be searched now. */
@Component("elasticsearchHealthIndicator")
class ElasticsearchHealth implements HealthIndicator {

    private static final String WITHOUT_WORDS =
            "pairs of characters instead of words: Elasticsearch lacks the plugin analysis-smartcn";

    private final Indices indices;
    private final IndexLag lag;
    private final SynonymFile synonyms;

    ElasticsearchHealth(Indices indices, IndexLag lag, SynonymFile synonyms) {
        this.indices = indices;
        this.lag = lag;
        this.synonyms = synonyms;
    }

    @Override
    public Health health() {
        try {
            var courses = indices.of(CourseContents.NAME).count();
            return Health.up()
                    .withDetail("courses", courses)
                    .withDetail("chinese", indices.knowsWords() ? "words" : WITHOUT_WORDS)
                    .withDetail("lagSeconds", lag.lag().toSeconds())
                    .withDetail("synonyms", synonyms.state())
                    .build();
        } catch (RuntimeException failure) {
            return Health.down(failure).build();
        }
    }
}
