package academy.artisan.lms.search.passage;

import java.util.List;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.Listing;
import org.jspecify.annotations.Nullable;

/**
 * All passages of a course as the index holds them: in one document, so that they change at once.
 *
 * @param language of the course, as it says itself
 * @param audience who may find it, as of the course itself
 * @param leftOut how many passages are too many to be found
 */
record PassageDocument(
        CourseId courseId,
        String title,
        String field,
        String level,
        @Nullable String language,
        List<String> audience,
        int leftOut,
        List<Passage> passages) {

    /**
     * More than forty hours of speech; Elasticsearch takes at most 10 000 in a document. As each of them is short, this
     * bounds the characters as well.
     */
    static final int MOST_PASSAGES = 8_000;

    /** @param passages in the order of their weight: those beyond the limit are left out */
    static PassageDocument of(Listing listing, List<Passage> passages) {
        var course = listing.course();
        var kept = passages.subList(0, Math.min(MOST_PASSAGES, passages.size()));
        return new PassageDocument(
                course.courseId(),
                course.title(),
                course.field(),
                course.level(),
                course.attributes().language(),
                listing.audience(),
                passages.size() - kept.size(),
                List.copyOf(kept));
    }
}
