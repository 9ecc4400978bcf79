package academy.artisan.lms.support;

import java.time.Duration;

/** PostgreSQL cannot be reached, or does not answer in time. */
class DatabaseUnavailable extends Problem {

    DatabaseUnavailable(Throwable cause) {
        super(Kind.UNAVAILABLE, "The database does not answer", cause);
    }

    @Override
    public Duration retryAfter() {
        return Duration.ofSeconds(5);
    }
}
