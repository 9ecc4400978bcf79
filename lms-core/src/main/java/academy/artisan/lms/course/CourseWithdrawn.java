package academy.artisan.lms.course;

import java.util.UUID;

import academy.artisan.lms.support.Ids;
import org.jspecify.annotations.Nullable;

/**
 * A course vanished from the catalogue; who takes it goes on.
 *
 * @param changeId as in {@link CaptionsChanged}
 */
public record CourseWithdrawn(CourseId courseId, @Nullable UUID changeId) {

    public static CourseWithdrawn of(CourseId courseId) {
        return new CourseWithdrawn(courseId, Ids.next());
    }
}
