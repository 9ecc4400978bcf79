package academy.artisan.lms.course;

import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What authors say about a course as a whole. What they did not say is an empty list, or null.
 *
 * @param language a BCP 47 tag such as {@code zh-CN}
 * @param coverId a picture
 * @param instructors their names, as learners shall read them
 * @param objectives what a learner is able to do afterwards, one a line
 * @param audience for whom it is
 */
public record CourseAttributes(
        String title,
        String summary,
        String level,
        List<String> tags,
        @Nullable String language,
        @Nullable FileId coverId,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> instructors,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> objectives,
        @Nullable String audience) {

    public CourseAttributes {
        instructors = orNone(instructors);
        objectives = orNone(objectives);
    }

    /** A course of which not more is known than what it is called and about. */
    public static CourseAttributes of(String title, String summary, String level, List<String> tags) {
        return new CourseAttributes(title, summary, level, tags, null, null, List.of(), List.of(), null);
    }

    /** Content that was written before there was such a list has none. */
    static <T> List<T> orNone(@Nullable List<T> list) {
        return List.copyOf(Objects.requireNonNullElse(list, List.of()));
    }
}
