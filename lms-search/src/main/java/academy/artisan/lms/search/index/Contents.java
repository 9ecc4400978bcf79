package academy.artisan.lms.search.index;

import java.util.Collection;
import java.util.List;

import academy.artisan.lms.course.CourseId;
import org.jspecify.annotations.Nullable;

/** What one index is to hold, as PostgreSQL has it: at most one entry for each course. */
public interface Contents {

    /** Names the index: {@code courses} is asked by the alias {@code lms-courses}. */
    String name();

    /** The file with its mappings. */
    default String mappings() {
        return name();
    }

    /** How many courses are read and written together. */
    default int pageSize() {
        return 250;
    }

    /** How many courses there are about, to tell how far the work is. */
    long count();

    /**
     * Those that are to be found, in order of id after the given one, in a few statements; fewer than a page are the
     * last.
     */
    List<Entry> after(@Nullable CourseId after);

    /** These courses as they stand now, be they to be found or not, in as few statements. */
    List<Entry> of(Collection<CourseId> courses);

    /** One of them. */
    default Entry of(CourseId courseId) {
        return of(List.of(courseId)).getFirst();
    }
}
