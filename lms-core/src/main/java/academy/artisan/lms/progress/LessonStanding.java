package academy.artisan.lms.progress;

import academy.artisan.lms.course.LessonId;

/** How far a learner is in a lesson at this moment, settled or not. */
public record LessonStanding(
        LessonId lessonId, int coveredSeconds, int durationSeconds, int resumeAtSeconds, boolean completed) {}
