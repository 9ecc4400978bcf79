package academy.artisan.lms.search.query;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What is searched for.
 *
 * @param text as typed; blank finds everything
 * @param audience the audiences that the caller belongs to
 * @param after where to go on
 */
record CourseQuery(
        String text,
        List<String> audience,
        Filters filters,
        Order order,
        int limit,
        @Nullable Cursor after) {

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
