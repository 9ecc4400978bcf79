package academy.artisan.lms.search.index;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;

import academy.artisan.lms.jobs.RecurringJob;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When indices are looked after, by one node for all. */
@Configuration(proxyBeanMethods = false)
class IndexConfiguration {

    private static final LocalTime AT_NIGHT = LocalTime.of(3, 30);
    private static final Duration KEPT = Duration.ofDays(90);

    @Bean
    RecurringJob checkIndices(
            IndexUpkeep upkeep,
            IndexWorkRecords records,
            Clock clock,
            @Value("${lms.time-zone:Asia/Shanghai}") ZoneId zone) {
        return RecurringJob.daily(AT_NIGHT, zone, "search.check-indices", () -> {
            var ignored = records.forgetBefore(clock.instant().minus(KEPT));
            upkeep.checkAll();
        });
    }

    @Bean
    RecurringJob countLearners(LearnerCounts counts) {
        return RecurringJob.every(Duration.ofMinutes(30), "search.count-learners", counts::bringUpToDate);
    }
}
