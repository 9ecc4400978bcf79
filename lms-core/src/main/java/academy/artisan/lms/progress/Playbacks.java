package academy.artisan.lms.progress;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import academy.artisan.lms.course.Catalog;
import academy.artisan.lms.course.Lesson;
import academy.artisan.lms.course.LessonId;
import academy.artisan.lms.enrolment.Enrolment;
import academy.artisan.lms.enrolment.EnrolmentId;
import academy.artisan.lms.enrolment.Enrolments;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.support.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Playbacks: opening a lesson checks the right to it once; from then on the token speaks. */
@Service
class Playbacks {

    /** A playback that began. */
    record Opened(PlaybackToken token, String signed, Lesson lesson, int resumeAtSeconds) {}

    /** What became of a heartbeat. */
    record Credit(int credited, int refused, int covered, long durableSequence, boolean completed) {}

    private final Enrolments enrolments;
    private final Catalog catalog;
    private final PlaybackTokens tokens;
    private final InFlight inFlight;
    private final Settled settled;
    private final ProgressProperties properties;
    private final Clock clock;

    Playbacks(
            Enrolments enrolments,
            Catalog catalog,
            PlaybackTokens tokens,
            InFlight inFlight,
            Settled settled,
            ProgressProperties properties,
            Clock clock) {
        this.enrolments = enrolments;
        this.catalog = catalog;
        this.tokens = tokens;
        this.inFlight = inFlight;
        this.settled = settled;
        this.properties = properties;
        this.clock = clock;
    }

    Opened open(Caller caller, EnrolmentId enrolmentId, LessonId lessonId) {
        var enrolment = enrolments.get(caller, enrolmentId).requireCurrent();
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
                opened.at().plus(properties.tokenLifetime()));
        return new Opened(
                token, tokens.sign(token), lesson, Progress.resumeAt(opened.position(), lesson.durationSeconds()));
    }

    /**
     * Takes a heartbeat: one Redis round trip and no SQL, unless Redis has lost the playback.
     *
     * @throws PlaybackSuperseded if the learner has a newer playback
     */
    Credit beat(PlaybackToken token, Heartbeat heartbeat) {
        return switch (inFlight.apply(token, heartbeat)) {
            case InFlight.Outcome.Taken taken -> credit(token, taken);
            case InFlight.Outcome.Superseded ignored -> throw new PlaybackSuperseded();
            case InFlight.Outcome.Unknown ignored -> {
                reload(token);
                yield switch (inFlight.apply(token, heartbeat)) {
                    case InFlight.Outcome.Taken taken -> credit(token, taken);
                    default -> throw new PlaybackSuperseded();
                };
            }
        };
    }

    /**
     * Time counts from where PostgreSQL stands: what was credited after that is lost in Redis and may be sent again.
     */
    private void reload(PlaybackToken token) {
        var newest = settled.newestPlayback(token.learner())
                .filter(playback -> playback.playbackId().equals(token.playbackId()))
                .orElseThrow(PlaybackSuperseded::new);
        enrolments.find(List.of(token.enrolmentId())).forEach(Enrolment::requireCurrent);
        var known = known(token.enrolmentId(), token.lessonId());
        inFlight.open(
                token.learner(),
                token.enrolmentId(),
                token.lessonId(),
                token.playbackId(),
                latest(token.openedAt(), newest.settledAt()),
                known.coverage(),
                known.positionSeconds());
    }

    private LessonProgress known(EnrolmentId enrolment, LessonId lesson) {
        return settled.lessons(List.of(enrolment)).stream()
                .filter(progress -> progress.lessonId().equals(lesson))
                .findFirst()
                .orElseGet(() -> new LessonProgress(enrolment, lesson, Coverage.NONE, 0));
    }

    private Credit credit(PlaybackToken token, InFlight.Outcome.Taken taken) {
        return new Credit(
                taken.credited(),
                taken.refused(),
                taken.covered(),
                taken.durableSequence(),
                taken.covered() >= properties.secondsToComplete(token.durationSeconds()));
    }

    private static Instant latest(Instant openedAt, @Nullable Instant settledAt) {
        return settledAt == null || settledAt.isBefore(openedAt) ? openedAt : settledAt;
    }
}
