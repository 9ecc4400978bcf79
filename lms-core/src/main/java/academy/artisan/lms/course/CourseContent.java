package academy.artisan.lms.course;

import java.util.List;
import java.util.stream.Stream;

import academy.artisan.lms.support.CanonicalJson;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * All that authors write of a course, and so all that is reviewed, approved and published. Its canonical JSON is what
 * is digested: equal content, equal digest.
 */
public record CourseContent(
        String title,
        String summary,
        String level,
        List<String> tags,
        @Nullable String language,
        @Nullable FileId coverId,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> instructors,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> objectives,
        @Nullable String audience,
        List<SectionContent> sections) {

    /** A section and its lessons, in order. */
    public record SectionContent(SectionId id, String title, List<LessonContent> lessons) {}

    public CourseContent {
        instructors = CourseAttributes.orNone(instructors);
        objectives = CourseAttributes.orNone(objectives);
    }

    public static CourseContent of(CourseAttributes about, List<SectionContent> sections) {
        return new CourseContent(
                about.title(),
                about.summary(),
                about.level(),
                about.tags(),
                about.language(),
                about.coverId(),
                about.instructors(),
                about.objectives(),
                about.audience(),
                sections);
    }

    /** All but the sections. */
    public CourseAttributes attributes() {
        return new CourseAttributes(title, summary, level, tags, language, coverId, instructors, objectives, audience);
    }

    public Stream<LessonContent> lessons() {
        return sections.stream().flatMap(section -> section.lessons().stream());
    }

    public String canonical() {
        return CanonicalJson.write(this);
    }

    /** SHA-256 (hex) of the canonical JSON. */
    public String digest() {
        return CanonicalJson.sha256(canonical());
    }

    public static CourseContent of(String canonical) {
        return CanonicalJson.read(canonical, CourseContent.class);
    }
}
