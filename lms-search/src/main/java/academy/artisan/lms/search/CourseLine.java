package academy.artisan.lms.search;

import java.util.List;
import java.util.Objects;

import academy.artisan.lms.course.CourseId;
import co.elastic.clients.elasticsearch.core.search.Hit;

/** The part of a {@link CourseDocument} that is shown in a list of courses. */
record CourseLine(
        CourseId courseId,
        int version,
        String title,
        String summary,
        String field,
        String level,
        List<String> tags,
        String groupName,
        int lessons,
        int durationSeconds) {

    static final List<String> FIELDS = List.of(
            "courseId",
            "version",
            "title",
            "summary",
            "field",
            "level",
            "tags",
            "groupName",
            "lessons",
            "durationSeconds");

    static CourseLine of(Hit<CourseLine> hit) {
        return Objects.requireNonNull(hit.source());
    }
}
