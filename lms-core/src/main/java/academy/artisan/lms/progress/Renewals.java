package academy.artisan.lms.progress;

import java.time.Clock;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets a playback go on beyond the time of its token: the right is checked again, and everything else stays. */
@Service
class Renewals {

    /** The same playback with a token of its own time. */
    record Renewed(PlaybackToken token, String signed) {}

    private final SignedPlaybackTokens tokens;
    private final PlaybackRights rights;
    private final Settled settled;
    private final ProgressProperties properties;
    private final Clock clock;

    Renewals(
            SignedPlaybackTokens tokens,
            PlaybackRights rights,
            Settled settled,
            ProgressProperties properties,
            Clock clock) {
        this.tokens = tokens;
        this.rights = rights;
        this.settled = settled;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Makes a new token of one that expires soon, or expired not long ago.
     *
     * @throws PlaybackTokenRefused if it is none of this playback, or expired long ago
     * @throws PlaybackSuperseded if the learner has a newer playback
     * @throws PlaybackRevoked if it was revoked
     * @throws LessonReplaced if what is watched is not in the learner's version any more
     */
    @Transactional
    public Renewed renew(String token, PlaybackId playbackId) {
        var before = tokens.verify(token, playbackId, properties.renewalGrace());
        rights.hold(before);
        var now = clock.instant();
        settled.renew(playbackId, now);
        var renewed = before.until(now.plus(properties.tokenLifetime()));
        return new Renewed(renewed, tokens.sign(renewed));
    }
}
