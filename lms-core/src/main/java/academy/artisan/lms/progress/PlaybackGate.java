package academy.artisan.lms.progress;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import academy.artisan.lms.progress.inflight.InFlight;
import academy.artisan.lms.progress.playback.PlaybackRights;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Lets a player have what it needs to go on, as long as its playback is the learner's credited one. That is one Redis
 * round trip and no SQL; when Redis does not know the learner or is away, PostgreSQL decides, so that videos go on.
 */
@Service
public class PlaybackGate {

    private static final Logger log = LoggerFactory.getLogger(PlaybackGate.class);

    /** A player does not wait for a Redis that did not answer somebody else a moment ago. */
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final InFlight inFlight;
    private final PlaybackRights rights;
    private final Clock clock;
    private volatile Instant askRedisAt = Instant.MIN;

    public PlaybackGate(InFlight inFlight, PlaybackRights rights, Clock clock) {
        this.inFlight = inFlight;
        this.rights = rights;
        this.clock = clock;
    }

    /**
     * Ends unless the playback may go on. A preview has none: its token is good until it expires.
     *
     * @throws academy.artisan.lms.support.Problem if the playback is superseded (409) or revoked (403), the enrolment
     *     replaced or the lesson another one in the learner's version (409)
     */
    public void requireOpen(PlaybackToken token) {
        if (token.isPreview()) {
            return;
        }
        if (!token.playbackId().equals(credited(token))) {
            rights.require(token);
        }
    }

    private @Nullable PlaybackId credited(PlaybackToken token) {
        if (clock.instant().isBefore(askRedisAt)) {
            return null;
        }
        try {
            return inFlight.credited(token.learner());
        } catch (ProgressUnavailable away) {
            log.warn("PostgreSQL decides for a while which playbacks go on: {}", String.valueOf(away.getCause()));
            askRedisAt = clock.instant().plus(PAUSE);
            return null;
        }
    }
}
