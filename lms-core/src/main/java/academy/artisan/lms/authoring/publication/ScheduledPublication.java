package academy.artisan.lms.authoring.publication;

import java.time.Instant;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.LearnersInProgress;
import academy.artisan.lms.identity.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A publication that waits for its time.
 *
 * @param digest SHA-256 (hex) of the content that shall be published, and no other
 */
record ScheduledPublication(
        CourseId courseId,
        String digest,
        Instant publishAt,
        LearnersInProgress learnersInProgress,
        @Nullable String note,
        PersonId scheduledBy,
        Instant scheduledAt) {

    Wish wish() {
        return new Wish(learnersInProgress, note);
    }
}
