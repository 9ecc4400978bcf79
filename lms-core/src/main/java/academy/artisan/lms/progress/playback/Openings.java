package academy.artisan.lms.progress.playback;

import java.time.Instant;

import academy.artisan.lms.course.Lesson;
import academy.artisan.lms.course.LessonId;
import academy.artisan.lms.enrolment.EnrolmentId;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.progress.PlaybackSuperseded;
import academy.artisan.lms.progress.PlaybackToken;
import academy.artisan.lms.progress.PlaybackTokens;
import academy.artisan.lms.progress.Progress;
import academy.artisan.lms.progress.ProgressProperties;
import academy.artisan.lms.progress.ProgressUnavailable;
import academy.artisan.lms.progress.inflight.Heartbeat;
import academy.artisan.lms.progress.inflight.InFlight;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;

/**
 * Opens lessons: the right to it is checked once; from then on the token speaks. PostgreSQL knows a playback before
 * Redis does, and is asked once more afterwards, because it may have moved on meanwhile; no transaction waits for
 * Redis.
 */
@Service
public class Openings {

    /** A playback that began. */
    record Opened(PlaybackToken token, String signed, Lesson lesson, int resumeAtSeconds) {}

    private static final Logger log = LoggerFactory.getLogger(Openings.class);

    private final OpeningRecords records;
    private final PlaybackTokens tokens;
    private final InFlight inFlight;
    private final ProgressProperties properties;

    Openings(OpeningRecords records, PlaybackTokens tokens, InFlight inFlight, ProgressProperties properties) {
        this.records = records;
        this.tokens = tokens;
        this.inFlight = inFlight;
        this.properties = properties;
    }

    /** If this ends between record and Redis, the playback is on record and nobody has its token. */
    Opened open(Caller caller, EnrolmentId enrolmentId, LessonId lessonId) {
        var recorded = records.record(caller, enrolmentId, lessonId);
        var token = recorded.token();
        var known = recorded.known();
        InFlight.Opened opened;
        try {
            opened = inFlight.open(token, null, known.lesson(), known.days());
        } catch (ProgressUnavailable away) {
            undo(token);
            throw away;
        }
        endIfOvertaken(token);
        var begun = token.during(opened.at(), opened.at().plus(properties.tokenLifetime()));
        var resumeAt = Progress.resumeAt(opened.position(), token.durationSeconds());
        return new Opened(begun, tokens.sign(begun), recorded.lesson(), resumeAt);
    }

    /**
     * Opens a playback once more that Redis does not know any more, and takes the heartbeat. Time counts from where
     * PostgreSQL stands: what was credited after that is lost in Redis and may be sent again.
     *
     * @throws PlaybackSuperseded if the learner has a newer playback
     * @throws PlaybackRevoked if it was revoked
     * @throws LessonReplaced if what is watched is not in the learner's version any more
     */
    public InFlight.Outcome openAgain(PlaybackToken token, Heartbeat heartbeat) {
        var known = records.knownOfOpen(token);
        var since = latest(token.openedAt(), known.lesson().changedAt());
        inFlight.open(token, since, known.lesson(), known.days());
        requireStillOpen(token);
        return inFlight.apply(token, heartbeat);
    }

    /** Whoever opened twice at once has the newer playback, and hears with the first heartbeat that this one is not. */
    private void endIfOvertaken(PlaybackToken token) {
        try {
            requireStillOpen(token);
        } catch (PlaybackSuperseded overtaken) {
            log.debug("Playback {} was overtaken while it began", token.playbackId());
        }
    }

    /** Whoever cannot be told that it is still open does not stay in Redis: its next heartbeat asks again. */
    private void requireStillOpen(PlaybackToken token) {
        try {
            records.requireOpen(token);
        } catch (RuntimeException refusedOrUnknown) {
            inFlight.close(token.learner(), token.playbackId());
            throw refusedOrUnknown;
        }
    }

    private void undo(PlaybackToken token) {
        try {
            records.undo(token);
        } catch (DataAccessException | TransactionException away) {
            log.warn("Playback {} stays on record, though nobody has it: {}", token.playbackId(), away.getMessage());
        }
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
