package academy.artisan.lms.course;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A published version as learners read it before they open a lesson.
 *
 * @param coverUrl of the cover picture, valid for a while
 * @param hours learning hours of 45 minutes, derived from the lessons
 * @param withdrawn when and why the course was withdrawn, as long as it is
 */
public record CoursePage(
        CourseId courseId,
        int version,
        String digest,
        String title,
        String summary,
        String level,
        List<String> tags,
        @Nullable String language,
        @Nullable String coverUrl,
        List<String> instructors,
        List<String> objectives,
        @Nullable String audience,
        String field,
        GroupId groupId,
        String groupName,
        int durationSeconds,
        BigDecimal hours,
        Instant publishedAt,
        List<SectionLines> sections,
        @Nullable Withdrawn withdrawn) {

    /** A section of the outline. */
    public record SectionLines(SectionId id, String title, List<LessonLine> lessons) {}

    /**
     * A lesson of the outline.
     *
     * @param required whether the course is completed only with it
     */
    public record LessonLine(LessonId id, String title, LessonKind kind, int durationSeconds, boolean required) {}

    static CoursePage of(CourseVersion course, @Nullable String coverUrl, @Nullable Withdrawn withdrawn) {
        var about = course.attributes();
        return new CoursePage(
                course.courseId(),
                course.version(),
                course.digest(),
                about.title(),
                about.summary(),
                about.level(),
                about.tags(),
                about.language(),
                coverUrl,
                about.instructors(),
                about.objectives(),
                about.audience(),
                course.field(),
                course.groupId(),
                course.groupName(),
                course.durationSeconds(),
                course.hours(),
                course.publishedAt(),
                course.sections().stream().map(CoursePage::lines).toList(),
                withdrawn);
    }

    private static SectionLines lines(CourseVersion.Section section) {
        return new SectionLines(
                section.id(),
                section.title(),
                section.lessons().stream()
                        .map(lesson -> new LessonLine(
                                lesson.id(),
                                lesson.title(),
                                lesson.kind(),
                                lesson.durationSeconds(),
                                lesson.isRequired()))
                        .toList());
    }
}
