package academy.artisan.lms.search.recommend;

import java.time.Duration;

import academy.artisan.lms.jobs.RecurringJob;
import academy.artisan.lms.search.shelf.ShelfUpkeep;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When what recommendations are made of is brought up to date, by one node for all. */
@Configuration(proxyBeanMethods = false)
class RecommendConfiguration {

    /** The first time when the first node starts. */
    @Bean
    RecurringJob shelveCourses(ShelfUpkeep shelf) {
        return RecurringJob.every(Duration.ofDays(1), "search.fill-shelf", shelf::shelveAll);
    }

    @Bean
    RecurringJob countTakers(Popularity popularity) {
        return RecurringJob.every(Duration.ofHours(1), "search.count-takers", popularity::count);
    }
}
