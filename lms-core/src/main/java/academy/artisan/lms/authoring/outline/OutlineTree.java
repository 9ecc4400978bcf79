package academy.artisan.lms.authoring.outline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import academy.artisan.lms.course.CourseAttributes;
import academy.artisan.lms.course.CourseContent;
import academy.artisan.lms.course.CourseContent.SectionContent;
import academy.artisan.lms.course.LessonContent;
import academy.artisan.lms.course.LessonId;
import academy.artisan.lms.course.SectionId;
import academy.artisan.lms.support.InvalidFields;
import academy.artisan.lms.support.NotFound;
import org.jspecify.annotations.Nullable;

/** An outline taken apart, to be changed and put together again. Parts are looked up by id, siblings are lists. */
final class OutlineTree {

    private CourseAttributes attributes;
    private final List<UUID> sections = new ArrayList<>();
    private final Map<UUID, String> sectionTitles = new HashMap<>();
    private final Map<UUID, List<UUID>> lessonsOf = new HashMap<>();
    private final Map<UUID, LessonContent> lessons = new HashMap<>();
    private final Map<UUID, UUID> sectionOf = new HashMap<>();

    OutlineTree(CourseContent content) {
        attributes = content.attributes();
        for (var section : content.sections()) {
            insert(new Part.Section(section.id(), section.title()), new Place(null, last(sections)));
            var siblings = lessonsOf(section.id().value());
            section.lessons()
                    .forEach(lesson -> insert(new Part.Lesson(lesson), new Place(section.id(), last(siblings))));
        }
    }

    CourseContent content() {
        return CourseContent.of(
                attributes, sections.stream().map(this::sectionContent).toList());
    }

    private SectionContent sectionContent(UUID id) {
        return new SectionContent(
                new SectionId(id),
                Objects.requireNonNull(sectionTitles.get(id)),
                lessonsOf(id).stream()
                        .map(lesson -> Objects.requireNonNull(lessons.get(lesson)))
                        .toList());
    }

    /** Lets a part say something else. */
    void replace(Part part) {
        switch (part) {
            case Part.Course course -> attributes = course.attributes();
            case Part.Section section -> {
                require(section.id());
                sectionTitles.put(section.id().value(), section.title());
            }
            case Part.Lesson lesson -> {
                require(lesson.content().id());
                lessons.put(lesson.content().id().value(), lesson.content());
            }
        }
    }

    /** Adds a part that is not there yet. */
    void insert(Part part, Place place) {
        switch (part) {
            case Part.Course ignored -> throw new IllegalArgumentException("A course is no part of a course");
            case Part.Section section -> {
                sectionTitles.put(section.id().value(), section.title());
                lessonsOf.putIfAbsent(section.id().value(), new ArrayList<>());
                putBack(section.id().value(), place);
            }
            case Part.Lesson lesson -> {
                lessons.put(lesson.content().id().value(), lesson.content());
                putBack(lesson.content().id().value(), place);
            }
        }
    }

    /** Takes a part out of its place; it may be put back elsewhere, a section together with its lessons. */
    void takeOut(UUID id) {
        var section = sectionOf.remove(id);
        if (section != null) {
            lessonsOf(section).remove(id);
        } else if (!sections.remove(id)) {
            throw new NotFound("part", id);
        }
    }

    /** Puts a part that is in no place into one. */
    void putBack(UUID id, Place place) {
        var isLesson = lessons.containsKey(id);
        if (isLesson == (place.sectionId() == null)) {
            throw new InvalidFields("sectionId", "SectionOfLesson", "a lesson stands in a section, a section does not");
        }
        var siblings = place.sectionId() == null
                ? sections
                : lessonsOf(place.sectionId().value());
        var index = place.after() == null ? 0 : siblings.indexOf(place.after()) + 1;
        if (place.after() != null && index == 0) {
            throw new InvalidFields("after", "Sibling", "is not there to stand after");
        }
        siblings.add(index, id);
        if (place.sectionId() != null) {
            sectionOf.put(id, place.sectionId().value());
        }
    }

    void require(SectionId id) {
        if (!sections.contains(id.value())) {
            throw new NotFound("section", id);
        }
    }

    void require(LessonId id) {
        if (!sectionOf.containsKey(id.value())) {
            throw new NotFound("lesson", id);
        }
    }

    private List<UUID> lessonsOf(UUID section) {
        var siblings = lessonsOf.get(section);
        if (siblings == null || !sectionTitles.containsKey(section)) {
            throw new InvalidFields("sectionId", "KnownPart", "is not a section of this course");
        }
        return siblings;
    }

    private static @Nullable UUID last(List<UUID> siblings) {
        return siblings.isEmpty() ? null : siblings.getLast();
    }
}
