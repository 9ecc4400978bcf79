package academy.artisan.lms.course;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Learning hours (学时) of 45 minutes, kept as seconds and shown with two decimals, never rounded up. */
public final class LearningHours {

    /** Seconds of one. */
    public static final int SECONDS = 45 * 60;

    private LearningHours() {}

    public static BigDecimal of(long seconds) {
        return BigDecimal.valueOf(seconds).divide(BigDecimal.valueOf(SECONDS), 2, RoundingMode.DOWN);
    }
}
