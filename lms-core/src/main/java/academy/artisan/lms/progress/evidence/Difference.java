package academy.artisan.lms.progress.evidence;

import java.time.LocalDate;
import java.util.List;

import academy.artisan.lms.course.LessonId;
import academy.artisan.lms.enrolment.EnrolmentId;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.progress.Coverage;
import academy.artisan.lms.progress.PlaybackId;
import org.jspecify.annotations.Nullable;

/**
 * Progress that is not what its evidence says; nothing is ever made to fit.
 *
 * @param recorded the seconds on record
 * @param proved the seconds that the evidence allows for
 * @param seconds which seconds of the lesson differ, where that can be told
 */
record Difference(
        Kind kind,
        @Nullable PersonId personId,
        @Nullable EnrolmentId enrolmentId,
        @Nullable LessonId lessonId,
        @Nullable PlaybackId playbackId,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay,
        long recorded,
        long proved,
        List<Coverage.Range> seconds) {

    enum Kind {
        /** Seconds count as seen that no playback was credited. */
        COVERAGE_NOT_PROVED,
        /** Playbacks were credited seconds that do not count as seen. */
        PROOF_NOT_COVERED,
        /** The count of seen seconds is not that of the seconds that were seen. */
        COUNT_WRONG,
        /** Seconds of a lesson were credited more than once. */
        CREDITED_TWICE,
        /** A playback was credited more than its time allows. */
        FASTER_THAN_TIME,
        /** Days, or several that go over midnight, do not add up. */
        DAYS_DIFFER
    }

    static Difference ofLesson(
            Kind kind,
            @Nullable PersonId learner,
            EnrolmentId enrolment,
            LessonId lesson,
            long recorded,
            long proved,
            List<Coverage.Range> seconds) {
        return new Difference(kind, learner, enrolment, lesson, null, null, null, recorded, proved, seconds);
    }

    static Difference ofDays(PersonId learner, LocalDate first, LocalDate last, long recorded, long proved) {
        return new Difference(Kind.DAYS_DIFFER, learner, null, null, null, first, last, recorded, proved, List.of());
    }
}
