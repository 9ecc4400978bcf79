package academy.artisan.lms.authoring;

import java.util.UUID;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.support.Ids;
import org.jspecify.annotations.Nullable;

/**
 * The draft of a course was saved, deleted or brought back, or its group is called otherwise.
 *
 * @param changeId as in {@link academy.artisan.lms.course.CaptionsChanged}
 */
public record DraftChanged(CourseId courseId, @Nullable UUID changeId) {

    public static DraftChanged of(CourseId courseId) {
        return new DraftChanged(courseId, Ids.next());
    }
}
