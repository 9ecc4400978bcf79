package academy.artisan.lms.search;

import java.util.List;
import java.util.Objects;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.CourseVersion;
import co.elastic.clients.elasticsearch.core.search.Hit;

/** A course as it is shown in a list. */
public record CourseLine(
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

    public static final List<String> FIELDS = List.of(
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

    public static CourseLine of(CourseVersion course) {
        return new CourseLine(
                course.courseId(),
                course.version(),
                course.title(),
                course.summary(),
                course.field(),
                course.level(),
                course.tags(),
                course.groupName(),
                (int) course.lessons().count(),
                course.durationSeconds());
    }

    public static CourseLine of(Hit<CourseLine> hit) {
        return Objects.requireNonNull(hit.source());
    }
}
