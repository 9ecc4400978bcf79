package academy.artisan.lms.search.passage;

import java.util.List;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.search.query.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * Which passages are searched for.
 *
 * @param text as typed, not blank
 * @param audience the audiences that the caller belongs to
 * @param courseId of this course alone; null for any
 * @param language a BCP 47 tag, which stands for all that begin like it; null for any
 * @param limit how many courses
 * @param after where to go on
 */
record PassageQuery(
        String text,
        List<String> audience,
        @Nullable CourseId courseId,
        @Nullable PassageKind kind,
        @Nullable String language,
        int limit,
        @Nullable Cursor after) {}
