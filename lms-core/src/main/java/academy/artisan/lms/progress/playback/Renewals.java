package academy.artisan.lms.progress.playback;

import java.time.Clock;

import academy.artisan.lms.progress.PlaybackId;
import academy.artisan.lms.progress.PlaybackSuperseded;
import academy.artisan.lms.progress.PlaybackToken;
import academy.artisan.lms.progress.ProgressProperties;
import academy.artisan.lms.progress.policy.WatchPolicies;
import academy.artisan.lms.progress.token.PlaybackTokenRefused;
import academy.artisan.lms.progress.token.SignedPlaybackTokens;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets a playback go on beyond the time of its token: right and policy are looked up again, all else stays. */
@Service
class Renewals {

    /** The same playback with a token of its own time. */
    record Renewed(PlaybackToken token, String signed) {}

    private final SignedPlaybackTokens tokens;
    private final PlaybackRights rights;
    private final PlaybackRecords records;
    private final WatchPolicies policies;
    private final ProgressProperties properties;
    private final Clock clock;

    Renewals(
            SignedPlaybackTokens tokens,
            PlaybackRights rights,
            PlaybackRecords records,
            WatchPolicies policies,
            ProgressProperties properties,
            Clock clock) {
        this.tokens = tokens;
        this.rights = rights;
        this.records = records;
        this.policies = policies;
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
        var asked = policies.effective(before.courseId(), before.learner());
        var policy = before.videoId() == null ? asked.forReading() : asked;
        records.renew(playbackId, now, policy);
        var renewed = before.renewed(policy, now.plus(properties.tokenLifetime()));
        return new Renewed(renewed, tokens.sign(renewed));
    }
}
