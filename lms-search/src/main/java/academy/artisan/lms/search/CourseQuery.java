package academy.artisan.lms.search;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What is searched for.
 *
 * @param text as typed; blank finds everything, newest first
 * @param audience the audiences that the caller belongs to
 * @param fields one of them, or any when empty; as are levels and tags
 * @param after where to go on
 */
record CourseQuery(
        String text,
        List<String> audience,
        List<String> fields,
        List<String> levels,
        List<String> tags,
        int limit,
        @Nullable Cursor after) {

    boolean isBlank() {
        return text.isBlank();
    }
}
