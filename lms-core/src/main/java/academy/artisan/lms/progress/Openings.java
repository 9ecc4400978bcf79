package academy.artisan.lms.progress;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import academy.artisan.lms.course.Catalog;
import academy.artisan.lms.course.Lesson;
import academy.artisan.lms.course.LessonId;
import academy.artisan.lms.enrolment.EnrolmentId;
import academy.artisan.lms.enrolment.Enrolments;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.progress.policy.WatchPolicies;
import academy.artisan.lms.progress.policy.WatchPolicy;
import academy.artisan.lms.support.NotFound;
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
    private final PlaybackRecords records;
    private final LearningDays days;
    private final WatchPolicies policies;
    private final CreditRules rules;
    private final ProgressProperties properties;
    private final Clock clock;

    Openings(
            Enrolments enrolments,
            PlaybackRights rights,
            Catalog catalog,
            PlaybackTokens tokens,
            InFlight inFlight,
            Settled settled,
            PlaybackRecords records,
            LearningDays days,
            WatchPolicies policies,
            CreditRules rules,
            ProgressProperties properties,
            Clock clock) {
        this.enrolments = enrolments;
        this.rights = rights;
        this.catalog = catalog;
        this.tokens = tokens;
        this.inFlight = inFlight;
        this.settled = settled;
        this.records = records;
        this.days = days;
        this.policies = policies;
        this.rules = rules;
        this.properties = properties;
        this.clock = clock;
    }

    @Transactional
    public Opened open(Caller caller, EnrolmentId enrolmentId, LessonId lessonId) {
        var enrolment = enrolments.hold(caller.personId(), enrolmentId).requireCurrent();
        var lesson = catalog.get(enrolment.courseId(), enrolment.version())
                .lesson(lessonId)
                .orElseThrow(() -> new NotFound("lesson", lessonId));
        var now = clock.instant();
        var token = new PlaybackToken(
                PlaybackId.next(),
                caller.personId(),
                enrolmentId,
                enrolment.courseId(),
                lesson.creditedAs(),
                lesson instanceof Lesson.Video video ? video.videoId() : null,
                lesson.durationSeconds(),
                policy(lesson, policies.effective(enrolment.courseId(), caller.personId())),
                now,
                now.plus(properties.tokenLifetime()),
                false);
        records.record(token, now);
        var opened = inFlight.open(token, null, known(token), days(token));
        var begun = token.during(opened.at(), opened.at().plus(properties.tokenLifetime()));
        return new Opened(
                begun, tokens.sign(begun), lesson, Progress.resumeAt(opened.position(), lesson.durationSeconds()));
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
        rights.hold(token);
        var known = known(token);
        inFlight.open(token, latest(token.openedAt(), known.changedAt()), known, days(token));
        return inFlight.apply(token, heartbeat);
    }

    private static WatchPolicy policy(Lesson lesson, WatchPolicy asked) {
        return lesson instanceof Lesson.Video ? asked : asked.forReading();
    }

    private LessonProgress known(PlaybackToken token) {
        return settled.lessons(List.of(token.enrolmentId())).stream()
                .filter(progress -> progress.lessonId().equals(token.lessonId()))
                .findFirst()
                .orElseGet(() -> LessonProgress.none(token.enrolmentId(), token.lessonId()));
    }

    /** Today and yesterday: the day of Redis may be another one around midnight. */
    private Map<LocalDate, Integer> days(PlaybackToken token) {
        return days.since(token.learner(), rules.dayOf(clock.instant()).minusDays(1));
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
