package academy.artisan.lms.progress;

import academy.artisan.lms.course.LessonId;
import academy.artisan.lms.enrolment.EnrolmentId;

/** How far a learner is in a lesson, as PostgreSQL knows it. */
public record LessonProgress(EnrolmentId enrolmentId, LessonId lessonId, Coverage coverage, int positionSeconds) {}
