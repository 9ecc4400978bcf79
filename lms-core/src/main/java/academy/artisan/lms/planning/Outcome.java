package academy.artisan.lms.planning;

import academy.artisan.lms.course.CourseId;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What came of an item.
 *
 * @param courseId the course of the group, if it is one
 * @param title needed unless it is a course, which has its own
 * @param link where it can be seen, as an http or https address
 */
record Outcome(
        @NotNull Kind kind,
        @Nullable CourseId courseId,
        @Nullable @Size(max = 200) String title,
        @Nullable @Size(max = 2000) String link) {

    /** What it is. */
    enum Kind {
        COURSE,
        DOCUMENT,
        SESSION
    }

    Outcome titled(@Nullable String courseTitle) {
        return new Outcome(kind, courseId, courseTitle, link);
    }
}
