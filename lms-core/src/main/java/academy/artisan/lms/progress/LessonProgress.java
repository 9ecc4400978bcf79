package academy.artisan.lms.progress;

import java.time.Instant;

import academy.artisan.lms.course.LessonId;
import academy.artisan.lms.enrolment.EnrolmentId;

/**
 * How far a learner is in a lesson, as PostgreSQL knows it.
 *
 * @param watchedMillis watched in all, repeated seconds too
 * @param changedAt time up to there is accounted for
 */
public record LessonProgress(
        EnrolmentId enrolmentId,
        LessonId lessonId,
        Coverage coverage,
        int positionSeconds,
        long watchedMillis,
        Instant changedAt) {

    public static LessonProgress none(EnrolmentId enrolment, LessonId lesson) {
        return new LessonProgress(enrolment, lesson, Coverage.NONE, 0, 0, Instant.EPOCH);
    }
}
