package academy.artisan.lms.course;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A published course, frozen: what learners take and what hours are paid for.
 *
 * @param version 1 for the first publication, then counting up
 * @param digest SHA-256 (hex) of the content that was approved
 * @param field the field of the teaching group, a word such as 智能制造与装备
 */
public record CourseVersion(
        CourseId courseId,
        int version,
        String digest,
        GroupId groupId,
        String groupName,
        String field,
        CourseAttributes attributes,
        List<Section> sections,
        Instant publishedAt) {

    /** A section and its lessons, in order. */
    public record Section(SectionId id, String title, List<Lesson> lessons) {}

    public String title() {
        return attributes.title();
    }

    public String summary() {
        return attributes.summary();
    }

    public String level() {
        return attributes.level();
    }

    public List<String> tags() {
        return attributes.tags();
    }

    public Stream<Lesson> lessons() {
        return sections.stream().flatMap(section -> section.lessons().stream());
    }

    public Optional<Lesson> lesson(LessonId id) {
        return lessons().filter(lesson -> lesson.id().equals(id)).findFirst();
    }

    public int durationSeconds() {
        return lessons().mapToInt(Lesson::durationSeconds).sum();
    }

    /** Learning hours of 45 minutes, derived from the lessons. */
    public BigDecimal hours() {
        return LearningHours.of(durationSeconds());
    }
}
