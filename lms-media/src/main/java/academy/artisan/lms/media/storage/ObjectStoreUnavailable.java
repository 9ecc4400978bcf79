package academy.artisan.lms.media.storage;

import java.time.Duration;

import academy.artisan.lms.support.Problem;

/** The object store does not answer, or not as it should. */
public final class ObjectStoreUnavailable extends Problem {

    ObjectStoreUnavailable(Throwable cause) {
        super(Kind.UNAVAILABLE, "The object store does not answer as it should: " + cause.getMessage(), cause);
    }

    @Override
    public Duration retryAfter() {
        return Duration.ofSeconds(10);
    }
}
