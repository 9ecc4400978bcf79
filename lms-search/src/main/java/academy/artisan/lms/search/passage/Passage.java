package academy.artisan.lms.search.passage;

import java.util.List;

import academy.artisan.lms.course.LessonId;
import org.jspecify.annotations.Nullable;

/**
 * A passage as the index holds it, within the document of its course.
 *
 * @param language a BCP 47 tag; null where the course does not say in which language it is
 * @param position counts the passages of the course
 * @param startSeconds where in the video it begins; null for what is written
 * @param cueOffsets see {@link Stretch}, as cueStarts
 */
record Passage(
        LessonId lessonId,
        String lessonTitle,
        PassageKind kind,
        @Nullable String language,
        int position,
        @Nullable Integer startSeconds,
        String text,
        List<Integer> cueOffsets,
        List<Integer> cueStarts) {}
