package academy.artisan.lms.progress.playback;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import academy.artisan.lms.course.Catalog;
import academy.artisan.lms.course.Lesson;
import academy.artisan.lms.course.LessonId;
import academy.artisan.lms.enrolment.EnrolmentId;
import academy.artisan.lms.enrolment.Enrolments;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.progress.LessonProgress;
import academy.artisan.lms.progress.PlaybackId;
import academy.artisan.lms.progress.PlaybackSuperseded;
import academy.artisan.lms.progress.PlaybackToken;
import academy.artisan.lms.progress.ProgressProperties;
import academy.artisan.lms.progress.inflight.CreditRules;
import academy.artisan.lms.progress.policy.WatchPolicies;
import academy.artisan.lms.progress.policy.WatchPolicy;
import academy.artisan.lms.progress.settling.LearningDays;
import academy.artisan.lms.progress.settling.Settled;
import academy.artisan.lms.support.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What PostgreSQL does for {@link Openings}: each method is a transaction of its own, and none of them waits for Redis,
 * so that a Redis that hangs holds no connection.
 */
@Service
class OpeningRecords {

    /**
     * What PostgreSQL knows when a lesson is opened.
     *
     * @param days seconds credited on the last days
     */
    record Known(LessonProgress lesson, Map<LocalDate, Integer> days) {}

    /** A playback that is on record and not yet in Redis. */
    record Recorded(PlaybackToken token, Lesson lesson, Known known) {}

    private final Enrolments enrolments;
    private final PlaybackRights rights;
    private final Catalog catalog;
    private final Settled settled;
    private final PlaybackRecords records;
    private final LearningDays days;
    private final WatchPolicies policies;
    private final CreditRules rules;
    private final ProgressProperties properties;
    private final Clock clock;

    OpeningRecords(
            Enrolments enrolments,
            PlaybackRights rights,
            Catalog catalog,
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
        this.settled = settled;
        this.records = records;
        this.days = days;
        this.policies = policies;
        this.rules = rules;
        this.properties = properties;
        this.clock = clock;
    }

    /** Checks the right to a lesson and puts the playback on record. */
    @Transactional
    public Recorded record(Caller caller, EnrolmentId enrolmentId, LessonId lessonId) {
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
        return new Recorded(token, lesson, known(token));
    }

    private static WatchPolicy policy(Lesson lesson, WatchPolicy asked) {
        return lesson instanceof Lesson.Video ? asked : asked.forReading();
    }

    /**
     * What is known of the lesson of a playback that may go on.
     *
     * @throws PlaybackSuperseded if the learner has a newer playback
     * @throws PlaybackRevoked if it was revoked
     * @throws LessonReplaced if what is watched is not in the learner's version any more
     */
    @Transactional
    public Known knownOfOpen(PlaybackToken token) {
        rights.hold(token);
        return known(token);
    }

    /**
     * The same question once Redis knows the playback: whoever moves the learner, revokes the playback or opens a newer
     * one either finds it in Redis or has been waited for here.
     */
    @Transactional
    public void requireOpen(PlaybackToken token) {
        rights.hold(token);
    }

    /** Takes a playback off the record that nobody heard of, so that the one before is the newest again. */
    @Transactional
    public void undo(PlaybackToken token) {
        records.remove(token.playbackId());
    }

    private Known known(PlaybackToken token) {
        var lesson = settled.lessons(List.of(token.enrolmentId())).stream()
                .filter(progress -> progress.lessonId().equals(token.lessonId()))
                .findFirst()
                .orElseGet(() -> LessonProgress.none(token.enrolmentId(), token.lessonId()));
        return new Known(lesson, lastDays(token));
    }

    /** Today and yesterday: the day of Redis may be another one around midnight. */
    private Map<LocalDate, Integer> lastDays(PlaybackToken token) {
        return days.since(token.learner(), rules.dayOf(clock.instant()).minusDays(1));
    }
}
