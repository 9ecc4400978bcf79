package academy.artisan.lms.search.query;

import java.util.List;

import academy.artisan.lms.search.index.CourseContents;
import academy.artisan.lms.search.index.DraftContents;
import org.jspecify.annotations.Nullable;

/**
 * What is searched for.
 *
 * @param scope among which courses
 * @param text as typed; blank finds everything
 * @param viewpoint what is open to the caller
 * @param after where to go on
 */
record CourseQuery(
        Scope scope,
        String text,
        Viewpoint viewpoint,
        Filters filters,
        Order order,
        int limit,
        @Nullable Cursor after) {

    /** Among which courses. */
    enum Scope {
        /** Those that are published and open to the caller. */
        CATALOG(CourseContents.NAME),
        /** Those that the caller's groups write, as they are written so far. */
        DRAFTS(DraftContents.NAME);

        /** The index that holds them. */
        final String index;

        Scope(String index) {
            this.index = index;
        }
    }

    /**
     * What else a course has to be: of each list one of the values, or any when it is empty.
     *
     * @param leastSeconds of all lessons together, as mostSeconds
     */
    record Filters(
            List<String> fields,
            List<String> levels,
            List<String> tags,
            List<String> groups,
            List<String> languages,
            @Nullable Long leastSeconds,
            @Nullable Long mostSeconds) {

        /** Any course. */
        static final Filters NONE = new Filters(List.of(), List.of(), List.of(), List.of(), List.of(), null, null);
    }

    boolean isBlank() {
        return text.isBlank();
    }
}
