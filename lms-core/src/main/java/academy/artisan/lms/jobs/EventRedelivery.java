package academy.artisan.lms.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.events.EventPublication;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;

/**
 * News that a listener could not follow is brought to it again, the more seldom the more often it failed: what it needs
 * may be away for a while.
 */
@Configuration(proxyBeanMethods = false)
class EventRedelivery {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final int MOST_DOUBLINGS = 8;

    /** What is not due is read as well: so much may fail before what fails later is not seen. */
    private static final int AT_ONCE = 10_000;

    @Bean
    RecurringJob redeliverEvents(FailedEventPublications failed, Clock clock) {
        return RecurringJob.every(
                LOOK_AGAIN,
                "events.redeliver",
                () -> failed.resubmit(ResubmissionOptions.defaults()
                        .withBatchSize(AT_ONCE)
                        .withMaxInFlight(AT_ONCE)
                        .withFilter(publication -> isDue(publication, clock.instant()))));
    }

    private static boolean isDue(EventPublication publication, Instant now) {
        var last = publication.getLastResubmissionDate();
        var since = last == null ? publication.getPublicationDate() : last;
        var doublings = Math.min(publication.getCompletionAttempts(), MOST_DOUBLINGS);
        var pause = FIRST_PAUSE.multipliedBy(1L << doublings);
        return !now.isBefore(since.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE));
    }
}
