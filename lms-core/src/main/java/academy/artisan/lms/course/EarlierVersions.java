package academy.artisan.lms.course;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Looks through all versions of a course, one after the other, for what a new one would show again. */
@Component
class EarlierVersions {

    /**
     * What is known of a course before its next version.
     *
     * @param latest 0 if nothing was published yet
     * @param creditedAs of lessons that show what they showed in an earlier version: where progress in that is kept
     */
    record Known(int latest, Map<LessonId, LessonId> creditedAs) {}

    private final JdbcClient jdbc;

    EarlierVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By one statement; not all versions are in memory at once. Of several that show the same, the last one counts. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Known of(CourseId courseId, CourseContent content) {
        var lessons = content.lessons().collect(Collectors.toMap(LessonContent::id, Function.identity()));
        var creditedAs = new HashMap<LessonId, LessonId>();
        var latest = 0;
        try (var versions = jdbc
                .sql("select * from course.version where course_id = :course order by version")
                .withFetchSize(1)
                .param("course", courseId.value())
                .query((row, ignored) -> Catalog.version(row))
                .stream()) {
            for (var version : (Iterable<CourseVersion>) versions::iterator) {
                latest = version.version();
                version.lessons()
                        .filter(lesson -> showsTheSame(lessons.get(lesson.id()), lesson))
                        .forEach(lesson -> creditedAs.put(lesson.id(), lesson.creditedAs()));
            }
        }
        return new Known(latest, creditedAs);
    }

    private static boolean showsTheSame(@Nullable LessonContent now, Lesson before) {
        return switch (before) {
            case Lesson.Video video ->
                now instanceof LessonContent.OfVideo same && video.videoId().equals(same.videoId());
            case Lesson.Article article ->
                now instanceof LessonContent.OfArticle same && article.text().equals(same.text());
            case Lesson.Document document ->
                now instanceof LessonContent.OfDocument same
                        && document.documentId().equals(same.documentId());
        };
    }
}
