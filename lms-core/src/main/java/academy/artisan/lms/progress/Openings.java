package academy.artisan.lms.progress;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import academy.artisan.lms.course.Catalog;
import academy.artisan.lms.course.Lesson;
import academy.artisan.lms.course.LessonId;
import academy.artisan.lms.enrolment.EnrolmentId;
import academy.artisan.lms.enrolment.Enrolments;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.support.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens lessons: the right to it is checked once; from then on the token speaks. The enrolment is held until Redis
 * knows the playback, so that a publication that moves the learner finds it there.
 */
@Service
class Openings {

    /** A playback that began. */
    record Opened(PlaybackToken token, String signed, Lesson lesson, int resumeAtSeconds) {}

    private final Enrolments enrolments;
    private final PlaybackRights rights;
    private final Catalog catalog;
    private final PlaybackTokens tokens;
    private final InFlight inFlight;
    private final Settled settled;
    private final ProgressProperties properties;
    private final Clock clock;

    Openings(
            Enrolments enrolments,
            PlaybackRights rights,
            Catalog catalog,
            PlaybackTokens tokens,
            InFlight inFlight,
            Settled settled,
            ProgressProperties properties,
            Clock clock) {
        this.enrolments = enrolments;
        this.rights = rights;
        this.catalog = catalog;
        this.tokens = tokens;
        this.inFlight = inFlight;
        this.settled = settled;
        this.properties = properties;
        this.clock = clock;
    }

    @Transactional
    public Opened open(Caller caller, EnrolmentId enrolmentId, LessonId lessonId) {
        var enrolment = enrolments.hold(caller.personId(), enrolmentId).requireCurrent();
        var lesson = catalog.get(enrolment.courseId(), enrolment.version())
                .lesson(lessonId)
                .orElseThrow(() -> new NotFound("lesson", lessonId));
        var creditedAs = lesson.creditedAs();
        var playbackId = PlaybackId.next();
        var known = known(enrolmentId, creditedAs);
        settled.record(playbackId, caller.personId(), enrolmentId, creditedAs, clock.instant());
        var opened = inFlight.open(
                caller.personId(),
                enrolmentId,
                creditedAs,
                playbackId,
                null,
                known.coverage(),
                known.positionSeconds());
        var token = new PlaybackToken(
                playbackId,
                caller.personId(),
                enrolmentId,
                enrolment.courseId(),
                creditedAs,
                lesson instanceof Lesson.Video video ? video.videoId() : null,
                lesson.durationSeconds(),
                properties.maxRate(),
                opened.at(),
                opened.at().plus(properties.tokenLifetime()),
                false);
        return new Opened(
                token, tokens.sign(token), lesson, Progress.resumeAt(opened.position(), lesson.durationSeconds()));
    }

    /**
     * Opens a playback once more that Redis does not know any more, and takes the heartbeat before anybody can be moved
     * and the playback closed again. Time counts from where PostgreSQL stands: what was credited after that is lost in
     * Redis and may be sent again.
     *
     * @throws PlaybackSuperseded if the learner has a newer playback
     * @throws PlaybackRevoked if it was revoked
     * @throws LessonReplaced if what is watched is not in the learner's version any more
     */
    @Transactional
    public InFlight.Outcome openAgain(PlaybackToken token, Heartbeat heartbeat) {
        var newest = rights.hold(token);
        var known = known(token.enrolmentId(), token.lessonId());
        inFlight.open(
                token.learner(),
                token.enrolmentId(),
                token.lessonId(),
                token.playbackId(),
                latest(token.openedAt(), newest.settledAt()),
                known.coverage(),
                known.positionSeconds());
        return inFlight.apply(token, heartbeat);
    }

    private LessonProgress known(EnrolmentId enrolment, LessonId lesson) {
        return settled.lessons(List.of(enrolment)).stream()
                .filter(progress -> progress.lessonId().equals(lesson))
                .findFirst()
                .orElseGet(() -> new LessonProgress(enrolment, lesson, Coverage.NONE, 0));
    }

    private static Instant latest(Instant openedAt, @Nullable Instant settledAt) {
        return settledAt == null || settledAt.isBefore(openedAt) ? openedAt : settledAt;
    }
}
