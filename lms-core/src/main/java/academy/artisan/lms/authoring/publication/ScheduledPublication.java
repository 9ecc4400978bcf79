package academy.artisan.lms.authoring.publication;

import java.time.Instant;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.LearnersInProgress;
import academy.artisan.lms.identity.PersonId;
import org.jspecify.annotations.Nullable;

/** A publication that waits for its time. */
record ScheduledPublication(
        CourseId courseId,
        Instant publishAt,
        LearnersInProgress learnersInProgress,
        @Nullable String note,
        PersonId scheduledBy,
        Instant scheduledAt) {

    Wish wish() {
        return new Wish(learnersInProgress, note);
    }
}
