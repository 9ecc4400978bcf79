package academy.artisan.lms.authoring.review.desk;

import java.time.Clock;
import java.time.Duration;

import academy.artisan.lms.jobs.RecurringJob;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks every hour for reviews to remind of. */
@Configuration(proxyBeanMethods = false)
class ReminderJob {

    @Bean
    RecurringJob remindOfReviews(Reminders reminders, Clock clock) {
        return RecurringJob.every(Duration.ofHours(1), "remind-of-reviews", () -> remindOfAll(reminders, clock));
    }

    private static void remindOfAll(Reminders reminders, Clock clock) {
        var now = clock.instant();
        while (reminders.remindOfSome(now)) {
            // some at a time, so that no transaction is long
        }
    }
}
