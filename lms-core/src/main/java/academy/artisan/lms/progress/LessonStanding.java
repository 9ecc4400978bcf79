package academy.artisan.lms.progress;

import academy.artisan.lms.course.LessonId;

/**
 * How far a learner is in a lesson at this moment, settled or not.
 *
 * @param watchedSeconds watched in all, repeated seconds too
 */
public record LessonStanding(
        LessonId lessonId,
        boolean required,
        int coveredSeconds,
        int watchedSeconds,
        int durationSeconds,
        int resumeAtSeconds,
        boolean completed) {

    /** Rounded down; 100 means completed. */
    public int percent() {
        return completed ? 100 : (int) Math.min(99, coveredSeconds * 100L / durationSeconds);
    }
}
