package academy.artisan.lms.authoring.draft;

import java.nio.charset.StandardCharsets;

import academy.artisan.lms.course.CourseContent;
import academy.artisan.lms.support.InvalidFields;

/** How large a draft may become, so that it is loaded, compared and saved as one document at ease. */
final class DraftLimits {

    static final int SECTIONS = 200;
    static final int LESSONS = 1000;
    static final int BYTES = 3 * 1024 * 1024;

    private DraftLimits() {}

    /**
     * The content as canonical JSON, if it is not too large.
     *
     * @throws InvalidFields if there are too many sections or lessons
     * @throws DraftTooLarge if it has too many bytes
     */
    static String canonical(CourseContent content) {
        require(content.sections().size() <= SECTIONS, "a course has at most %d sections".formatted(SECTIONS));
        require(content.lessons().count() <= LESSONS, "a course has at most %d lessons".formatted(LESSONS));
        var canonical = content.canonical();
        var bytes = canonical.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > BYTES) {
            throw new DraftTooLarge(bytes, BYTES);
        }
        return canonical;
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new InvalidFields("sections", "Size", message);
        }
    }
}
