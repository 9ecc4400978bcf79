package academy.artisan.lms.authoring.outline;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import academy.artisan.lms.course.CourseAttributes;
import academy.artisan.lms.course.CourseContent;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.LessonContent;
import academy.artisan.lms.course.SectionId;
import academy.artisan.lms.support.CanonicalJson;

/** A part of a course by itself: what it says, without the parts below it. */
public sealed interface Part {

    PartKind kind();

    String title();

    /** What the part itself says, as canonical JSON. */
    String json();

    /** The course as a whole. */
    record Course(CourseAttributes attributes) implements Part {

        @Override
        public PartKind kind() {
            return PartKind.COURSE;
        }

        @Override
        public String title() {
            return attributes.title();
        }

        @Override
        public String json() {
            return CanonicalJson.write(attributes);
        }
    }

    /** A section without its lessons. */
    record Section(SectionId id, String title) implements Part {

        @Override
        public PartKind kind() {
            return PartKind.SECTION;
        }

        @Override
        public String json() {
            return CanonicalJson.write(Map.of("id", id, "title", title));
        }
    }

    /** A lesson. */
    record Lesson(LessonContent content) implements Part {

        @Override
        public PartKind kind() {
            return PartKind.LESSON;
        }

        @Override
        public String title() {
            return content.title();
        }

        @Override
        public String json() {
            return CanonicalJson.write(content);
        }
    }

    /** All parts of a course by id, in order; the course itself comes first. */
    static Map<UUID, Part> of(CourseId courseId, CourseContent content) {
        var parts = new LinkedHashMap<UUID, Part>();
        parts.put(courseId.value(), new Course(content.attributes()));
        for (var section : content.sections()) {
            parts.put(section.id().value(), new Section(section.id(), section.title()));
            section.lessons().forEach(lesson -> parts.put(lesson.id().value(), new Lesson(lesson)));
        }
        return parts;
    }
}
