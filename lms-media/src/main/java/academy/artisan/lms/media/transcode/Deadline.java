package academy.artisan.lms.media.transcode;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import academy.artisan.lms.media.source.Failure;
import academy.artisan.lms.media.source.UnusableVideo;

/** When processing a video is given up, whichever program is at it then. */
record Deadline(Instant at, Clock clock) {

    static Deadline in(Duration limit, Clock clock) {
        return new Deadline(clock.instant().plus(limit), clock);
    }

    /** How long the next program may take. */
    Duration left() throws UnusableVideo {
        var left = Duration.between(clock.instant(), at);
        if (!left.isPositive()) {
            throw new UnusableVideo(Failure.TOOK_TOO_LONG, "until " + at);
        }
        return left;
    }
}
