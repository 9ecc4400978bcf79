package academy.artisan.lms.authoring.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import academy.artisan.lms.course.CourseAttributes;
import academy.artisan.lms.course.CourseContent;
import academy.artisan.lms.course.CourseContent.SectionContent;
import academy.artisan.lms.course.LessonContent;
import academy.artisan.lms.course.LessonId;
import academy.artisan.lms.course.SectionId;
import academy.artisan.lms.course.VideoId;
import org.jspecify.annotations.Nullable;

/** Makes up outlines and edits of them. */
final class RandomOutline {

    private final Random random;

    RandomOutline(Random random) {
        this.random = random;
    }

    CourseContent content(int mostSections, int mostLessons) {
        var sections = new ArrayList<SectionContent>();
        for (var s = random.nextInt(mostSections + 1); s > 0; s--) {
            var lessons = new ArrayList<LessonContent>();
            for (var l = random.nextInt(mostLessons + 1); l > 0; l--) {
                lessons.add(lesson(LessonId.next()));
            }
            sections.add(new SectionContent(SectionId.next(), text(), lessons));
        }
        return CourseContent.of(CourseAttributes.of(text(), text(), text(), List.of(text())), sections);
    }

    /** Some edit that is possible in this content. */
    Edit edit(CourseContent content) {
        var sections = content.sections();
        if (sections.isEmpty()) {
            return new Edit.Add(new Part.Section(SectionId.next(), text()), new Place(null, null));
        }
        var section = sections.get(random.nextInt(sections.size()));
        var lessons = content.lessons().toList();
        if (lessons.isEmpty()) {
            return new Edit.Add(new Part.Lesson(lesson(LessonId.next())), new Place(section.id(), null));
        }
        var lesson = lessons.get(random.nextInt(lessons.size()));
        return switch (random.nextInt(9)) {
            case 0 ->
                new Edit.Add(new Part.Section(SectionId.next(), text()), new Place(null, anyOf(sectionIds(content))));
            case 1, 2 ->
                new Edit.Add(
                        new Part.Lesson(lesson(LessonId.next())), new Place(section.id(), anyOf(lessonIds(section))));
            case 3 ->
                new Edit.Move(
                        section.id().value(),
                        new Place(null, otherThan(section.id().value(), sectionIds(content))));
            case 4, 5 ->
                new Edit.Move(
                        lesson.id().value(),
                        new Place(section.id(), otherThan(lesson.id().value(), lessonIds(section))));
            case 6 -> new Edit.Replace(new Part.Section(section.id(), text()));
            case 7 -> new Edit.Replace(new Part.Lesson(lesson(lesson.id())));
            default ->
                random.nextInt(4) == 0 ? new Edit.RemoveSection(section.id()) : new Edit.RemoveLesson(lesson.id());
        };
    }

    private LessonContent lesson(LessonId id) {
        return random.nextBoolean()
                ? new LessonContent.OfArticle(id, text(), random.nextBoolean(), text())
                : new LessonContent.OfVideo(id, text(), null, VideoId.next());
    }

    private String text() {
        return "文" + random.nextInt(1000);
    }

    private @Nullable UUID otherThan(UUID id, List<UUID> ids) {
        return anyOf(ids.stream().filter(other -> !other.equals(id)).toList());
    }

    private @Nullable UUID anyOf(List<UUID> ids) {
        var index = random.nextInt(ids.size() + 1);
        return index == ids.size() ? null : ids.get(index);
    }

    private static List<UUID> sectionIds(CourseContent content) {
        return content.sections().stream().map(section -> section.id().value()).toList();
    }

    private static List<UUID> lessonIds(SectionContent section) {
        return section.lessons().stream().map(lesson -> lesson.id().value()).toList();
    }
}
