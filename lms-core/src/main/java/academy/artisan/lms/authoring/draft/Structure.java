package academy.artisan.lms.authoring.draft;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import academy.artisan.lms.course.CourseAttributes;
import academy.artisan.lms.course.CourseContent;
import academy.artisan.lms.course.CourseContent.SectionContent;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.LessonContent;
import academy.artisan.lms.support.CanonicalJson;

/** Which lessons a section has, in order: the bare bones of a revision. */
record Structure(UUID id, List<UUID> lessons) {

    static List<Structure> of(CourseContent content) {
        return content.sections().stream()
                .map(section -> new Structure(
                        section.id().value(),
                        section.lessons().stream()
                                .map(lesson -> lesson.id().value())
                                .toList()))
                .toList();
    }

    /** Puts the parts, given as JSON by id, into their places. */
    static CourseContent assemble(String structure, Map<UUID, String> parts, CourseId courseId) {
        var sections = Stream.of(CanonicalJson.read(structure, Structure[].class))
                .map(section -> section.assemble(parts))
                .toList();
        return CourseContent.of(part(parts, courseId.value(), CourseAttributes.class), sections);
    }

    private SectionContent assemble(Map<UUID, String> parts) {
        var bare = part(parts, id, SectionContent.class);
        return new SectionContent(
                bare.id(),
                bare.title(),
                lessons.stream()
                        .map(lesson -> part(parts, lesson, LessonContent.class))
                        .toList());
    }

    private static <T> T part(Map<UUID, String> parts, UUID id, Class<T> type) {
        return CanonicalJson.read(Objects.requireNonNull(parts.get(id)), type);
    }
}
