package academy.artisan.lms.media.storage;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What becomes of uploads that nobody finishes.
 *
 * @param abandonedAfter when the application throws one away
 */
@ConfigurationProperties("lms.media.upload")
public record UnfinishedUploadProperties(@DefaultValue("7d") Duration abandonedAfter) {

    /** When the store does it by itself, should the application not come to do it: at least a day later. */
    int daysInStore() {
        return Math.toIntExact(abandonedAfter.plusDays(2).minusNanos(1).toDays());
    }
}
