package academy.artisan.lms.course;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Learning hours (学时) of 45 minutes, kept as seconds and shown with two decimals, never rounded up. */
public final class LearningHours {

    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(45 * 60L);

    private LearningHours() {}

    public static BigDecimal of(long seconds) {
        return BigDecimal.valueOf(seconds).divide(SECONDS_PER_HOUR, 2, RoundingMode.DOWN);
    }
}
