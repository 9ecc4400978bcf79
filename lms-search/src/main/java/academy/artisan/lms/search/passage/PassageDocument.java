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

    static PassageDocument of(Listing listing, CoursePassages passages) {
        var course = listing.course();
        return new PassageDocument(
                course.courseId(),
                course.title(),
                course.field(),
                course.level(),
                course.attributes().language(),
                listing.audience(),
                passages.leftOut(),
                passages.all());
    }
}
