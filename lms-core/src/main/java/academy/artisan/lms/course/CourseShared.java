package academy.artisan.lms.course;

import java.util.UUID;

import academy.artisan.lms.support.Ids;
import org.jspecify.annotations.Nullable;

/**
 * Somebody said anew who may open a course, be it published or not.
 *
 * @param changeId as in {@link CaptionsChanged}
 */
public record CourseShared(CourseId courseId, @Nullable UUID changeId) {

    public static CourseShared of(CourseId courseId) {
        return new CourseShared(courseId, Ids.next());
    }
}
