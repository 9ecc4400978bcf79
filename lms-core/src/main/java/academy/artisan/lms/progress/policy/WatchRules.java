package academy.artisan.lms.progress.policy;

import java.math.BigDecimal;

import academy.artisan.lms.support.InvalidFields;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * What a course, a unit or the platform asks of who watches. What is null is left to the others; so is what is false,
 * because nobody takes back what another asks for.
 *
 * @param maxRate seconds that may be credited per second of time: from 1 to 2, in hundredths
 * @param dailyCapSeconds from ten minutes to a day
 */
record WatchRules(
        @Nullable @DecimalMin("1") @DecimalMax("2") @Digits(integer = 1, fraction = 2) BigDecimal maxRate,

        @Nullable Boolean inOrder,
        @Nullable Boolean visibleOnly,
        @Nullable @Valid PresenceRule presence,
        @Nullable @Min(600) @Max(86_400) Integer dailyCapSeconds) {

    /**
     * When presence is asked for.
     *
     * @param everySeconds from a minute to two hours of credited time, on average
     * @param answerWithinSeconds from 15 seconds to ten minutes, and no longer than that
     */
    record PresenceRule(
            @NotNull @Min(60) @Max(7_200) Integer everySeconds,
            @NotNull @Min(15) @Max(600) Integer answerWithinSeconds) {}

    static final WatchRules NONE = new WatchRules(null, null, null, null, null);

    /** However it was written, 1.50 is 1.5. */
    WatchRules {
        maxRate = maxRate == null ? null : maxRate.stripTrailingZeros();
    }

    /** @throws InvalidFields if there is more time to answer than between two questions */
    WatchRules requireConsistent() {
        if (presence != null && presence.answerWithinSeconds() > presence.everySeconds()) {
            throw new InvalidFields(
                    "presence.answerWithinSeconds", "WithinEvery", "must not be longer than presence.everySeconds");
        }
        return this;
    }

    @Nullable Integer presenceEverySeconds() {
        return presence == null ? null : presence.everySeconds();
    }

    @Nullable Integer presenceAnswerWithinSeconds() {
        return presence == null ? null : presence.answerWithinSeconds();
    }
}
