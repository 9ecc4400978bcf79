package academy.artisan.lms.search.query;

import academy.artisan.lms.search.elasticsearch.SearchUnavailable;
import academy.artisan.lms.search.index.CourseIndex;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether courses can be searched now. */
@Component("elasticsearchHealthIndicator")
class ElasticsearchHealth implements HealthIndicator {

    private static final String WITHOUT_WORDS =
            "pairs of characters instead of words: Elasticsearch lacks the plugin analysis-smartcn";

    private final CourseIndex index;
    private final SynonymFile synonyms;

    ElasticsearchHealth(CourseIndex index, SynonymFile synonyms) {
        this.index = index;
        this.synonyms = synonyms;
    }

    @Override
    public Health health() {
        try {
            var courses = index.count();
            return Health.up()
                    .withDetail("courses", courses)
                    .withDetail("chinese", index.knowsWords() ? "words" : WITHOUT_WORDS)
                    .withDetail("synonyms", synonyms.state())
                    .build();
        } catch (SearchUnavailable failure) {
            return Health.down(failure).build();
        }
    }
}
