package academy.artisan.lms.course;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** The courses that learners can take, each in its newest published version. */
public interface Catalog {

    Optional<CourseVersion> find(CourseId courseId);

    /** The published courses in order of id, after the given one; for rebuilding what is derived from them. */
    List<CourseVersion> after(@Nullable CourseId courseId, int limit);
}
