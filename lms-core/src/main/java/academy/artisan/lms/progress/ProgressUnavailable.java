package academy.artisan.lms.progress;

import java.time.Duration;

import academy.artisan.lms.support.Problem;

/** Redis cannot be reached; the player keeps what it has and sends it again. */
public class ProgressUnavailable extends Problem {

    public ProgressUnavailable(Throwable cause) {
        super(Kind.UNAVAILABLE, "Progress cannot be noted at the moment", cause);
    }

    @Override
    public Duration retryAfter() {
        return Duration.ofSeconds(2);
    }
}
