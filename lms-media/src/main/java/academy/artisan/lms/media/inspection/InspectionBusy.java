package academy.artisan.lms.media.inspection;

import java.time.Duration;

import academy.artisan.lms.support.Problem;

/** The file cannot be looked at just now, for a reason that is not in the file. */
public final class InspectionBusy extends Problem {

    InspectionBusy(String what) {
        super(Kind.UNAVAILABLE, what);
    }

    @Override
    public Duration retryAfter() {
        return Duration.ofSeconds(5);
    }
}
