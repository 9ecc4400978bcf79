package academy.artisan.lms.course;

import java.util.UUID;

import academy.artisan.lms.support.Ids;
import org.jspecify.annotations.Nullable;

/**
 * A course that was withdrawn is in the catalogue again, in the same version.
 *
 * @param changeId as in {@link CaptionsChanged}
 */
public record CourseRestored(CourseId courseId, @Nullable UUID changeId) {

    public static CourseRestored of(CourseId courseId) {
        return new CourseRestored(courseId, Ids.next());
    }
}
