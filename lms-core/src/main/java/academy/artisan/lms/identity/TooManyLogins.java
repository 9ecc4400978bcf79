package academy.artisan.lms.identity;

import java.time.Duration;

import academy.artisan.lms.support.Problem;

/** Too many wrong passwords for one user name in a short time. */
class TooManyLogins extends Problem {

    private final Duration pause;

    TooManyLogins(Duration pause) {
        super(Kind.TOO_MANY, "Too many failed log-ins");
        this.pause = pause;
    }

    @Override
    public Duration retryAfter() {
        return pause;
    }
}
