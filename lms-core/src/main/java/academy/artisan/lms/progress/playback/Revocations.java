package academy.artisan.lms.progress.playback;

import java.time.Clock;
import java.util.Map;

import academy.artisan.lms.audit.AuditTrail;
import academy.artisan.lms.audit.Subject;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.identity.People;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.progress.PlaybackId;
import academy.artisan.lms.progress.inflight.InFlight;
import academy.artisan.lms.support.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Ends playbacks by word of an administrator; what was credited stays. The mark in PostgreSQL comes first: whoever
 * opens the playback again meanwhile asks for it afterwards. If Redis is away, the mark stays, and to revoke again ends
 * it.
 */
@Service
class Revocations {

    private final PlaybackRecords records;
    private final InFlight inFlight;
    private final People people;
    private final AuditTrail trail;
    private final TransactionOperations transaction;
    private final Clock clock;

    Revocations(
            PlaybackRecords records,
            InFlight inFlight,
            People people,
            AuditTrail trail,
            TransactionOperations transaction,
            Clock clock) {
        this.records = records;
        this.inFlight = inFlight;
        this.people = people;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Again is no change. */
    void revoke(Caller caller, PlaybackId playbackId) {
        caller.requireAdmin();
        var learner = records.learnerOf(playbackId).orElseThrow(() -> new NotFound("playback", playbackId));
        revoke(caller, learner, playbackId);
    }

    /**
     * Only the newest playback of a learner is open at all, so it stands for all of them; but Redis may still know the
     * one before as the newest, if an opening ended half-way.
     */
    void revokeAll(Caller caller, PersonId learner) {
        caller.requireAdmin();
        people.get(learner);
        records.newestPlayback(learner).ifPresent(newest -> revoke(caller, learner, newest.playbackId()));
        var credited = inFlight.credited(learner);
        if (credited != null) {
            revoke(caller, learner, credited);
        }
    }

    private void revoke(Caller caller, PersonId learner, PlaybackId playbackId) {
        transaction.executeWithoutResult(ignored -> mark(caller, learner, playbackId));
        inFlight.close(learner, playbackId);
    }

    private void mark(Caller caller, PersonId learner, PlaybackId playbackId) {
        if (records.revoke(playbackId, caller.personId(), clock.instant())) {
            trail.record(
                    caller.personId(),
                    "playback-revoked",
                    Subject.of("playback", playbackId),
                    Map.of("personId", learner.toString()));
        }
    }
}
