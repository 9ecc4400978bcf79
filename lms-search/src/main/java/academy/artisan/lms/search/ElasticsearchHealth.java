package academy.artisan.lms.search;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether courses can be searched now. */
@Component("elasticsearchHealthIndicator")
class ElasticsearchHealth implements HealthIndicator {

    private final CourseIndex index;

    ElasticsearchHealth(CourseIndex index) {
        this.index = index;
    }

    @Override
    public Health health() {
        try {
            var courses = index.count();
            return Health.up().withDetail("courses", courses).build();
        } catch (SearchUnavailable failure) {
            return Health.down(failure).build();
        }
    }
}
