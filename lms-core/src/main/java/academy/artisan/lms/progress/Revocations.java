package academy.artisan.lms.progress;

import java.time.Clock;
import java.util.Map;

import academy.artisan.lms.audit.AuditTrail;
import academy.artisan.lms.audit.Subject;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.identity.People;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.support.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends playbacks by word of an administrator. The mark in PostgreSQL is held until Redis has forgotten the playback, so
 * that no heartbeat opens it again meanwhile; what was credited stays.
 */
@Service
class Revocations {

    private final PlaybackRecords records;
    private final InFlight inFlight;
    private final People people;
    private final AuditTrail trail;
    private final Clock clock;

    Revocations(PlaybackRecords records, InFlight inFlight, People people, AuditTrail trail, Clock clock) {
        this.records = records;
        this.inFlight = inFlight;
        this.people = people;
        this.trail = trail;
        this.clock = clock;
    }

    /** Again is no change. */
    @Transactional
    public void revoke(Caller caller, PlaybackId playbackId) {
        caller.requireAdmin();
        var learner = records.learnerOf(playbackId).orElseThrow(() -> new NotFound("playback", playbackId));
        revoke(caller, learner, playbackId);
    }

    /** Only the newest playback of a learner is open at all, so it stands for all of them. */
    @Transactional
    public void revokeAll(Caller caller, PersonId learner) {
        caller.requireAdmin();
        people.get(learner);
        records.newestPlayback(learner).ifPresent(newest -> revoke(caller, learner, newest.playbackId()));
    }

    private void revoke(Caller caller, PersonId learner, PlaybackId playbackId) {
        if (records.revoke(playbackId, caller.personId(), clock.instant())) {
            trail.record(
                    caller.personId(),
                    "playback-revoked",
                    Subject.of("playback", playbackId),
                    Map.of("personId", learner.toString()));
        }
        inFlight.close(learner, playbackId);
    }
}
