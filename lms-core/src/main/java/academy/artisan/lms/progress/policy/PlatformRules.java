package academy.artisan.lms.progress.policy;

import java.math.BigDecimal;
import java.time.Duration;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What the platform asks of everybody, whatever courses and units ask.
 *
 * @param highestRate how fast any course or unit may allow; the rate of whom nobody says anything about is
 *     {@code lms.progress.max-rate}
 * @param presenceEvery how often presence is asked for; absent for never
 * @param dailyCap how much is credited to a learner on one day; absent for no limit
 */
@Validated
@ConfigurationProperties("lms.progress.policy")
record PlatformRules(
        @DefaultValue("2") @DecimalMin("1") @DecimalMax("2") BigDecimal highestRate,
        @DefaultValue("false") boolean inOrder,
        @DefaultValue("false") boolean visibleOnly,

        @Nullable @DurationMin(seconds = 60) @DurationMax(hours = 2)
        Duration presenceEvery,

        @DefaultValue("60s") @DurationMin(seconds = 15) @DurationMax(minutes = 10)
        Duration presenceAnswerWithin,

        @Nullable @DurationMin(minutes = 10) @DurationMax(days = 1)
        Duration dailyCap) {

    WatchRules withRate(BigDecimal maxRate) {
        return new WatchRules(maxRate, inOrder, visibleOnly, presence(), seconds(dailyCap)).requireConsistent();
    }

    private WatchRules.@Nullable PresenceRule presence() {
        return presenceEvery == null
                ? null
                : new WatchRules.PresenceRule((int) presenceEvery.toSeconds(), (int) presenceAnswerWithin.toSeconds());
    }

    private static @Nullable Integer seconds(@Nullable Duration duration) {
        return duration == null ? null : (int) duration.toSeconds();
    }
}
