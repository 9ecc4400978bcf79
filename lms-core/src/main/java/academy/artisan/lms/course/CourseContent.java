package academy.artisan.lms.course;

import java.util.List;
import java.util.stream.Stream;

import academy.artisan.lms.support.CanonicalJson;
import org.jspecify.annotations.Nullable;

/**
 * All that authors write of a course, and so all that is reviewed, approved and published. Its canonical JSON is what
 * is digested: equal content, equal digest.
 */
public record CourseContent(
        String title, String summary, String level, List<String> tags, List<SectionContent> sections) {

    /** A section and its lessons, in order. */
    public record SectionContent(SectionId id, String title, List<LessonContent> lessons) {}

    /**
     * A lesson as written; a draft may still lack its video or text.
     *
     * @param videoId of a VIDEO
     * @param text of an ARTICLE, in Markdown
     */
    public record LessonContent(
            LessonId id,
            String title,
            LessonKind kind,
            @Nullable VideoId videoId,
            @Nullable String text) {}

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
