package academy.artisan.lms.search.index;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import academy.artisan.lms.authoring.DraftedCourse;
import academy.artisan.lms.course.CourseAttributes;
import academy.artisan.lms.course.CourseContent;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.CourseVersion;
import academy.artisan.lms.course.Lesson;
import academy.artisan.lms.course.LessonContent;
import academy.artisan.lms.course.Listing;
import academy.artisan.lms.search.text.Name;
import academy.artisan.lms.search.text.NameKeys;
import academy.artisan.lms.search.text.Pinyin;
import org.jspecify.annotations.Nullable;

/**
 * A course as the index holds it: what is shown in a list of courses, and what it is found by.
 *
 * @param contents the titles of sections and lessons
 * @param labels tags, field, level, group and instructors, to be found by their words
 * @param names see {@link NameKeys}
 * @param audience who may find it, see {@link Audience}
 */
record CourseDocument(
        CourseId courseId,
        int version,
        String title,
        String summary,
        String objectives,
        String contents,
        List<String> labels,
        List<String> pinyin,
        List<String> pinyinOfParts,
        List<String> initials,
        List<String> initialsOfParts,
        List<String> names,
        String field,
        String level,
        @Nullable String language,
        List<String> tags,
        String groupName,
        int lessons,
        int durationSeconds,
        Instant publishedAt,
        List<String> audience) {

    /** How many take it, which is stored with it and changes all the time. */
    static final String LEARNERS = "learners";

    static CourseDocument of(Listing listing) {
        var course = listing.course();
        return of(
                course.courseId(),
                course.version(),
                course.attributes(),
                contentsOf(
                        course.sections(),
                        CourseVersion.Section::title,
                        section -> section.lessons().stream().map(Lesson::title)),
                new Origin(course.groupName(), course.field()),
                new Extent((int) course.lessons().count(), course.durationSeconds()),
                course.publishedAt(),
                listing.audience());
    }

    /** A draft: nobody knows yet how long it takes. */
    static CourseDocument of(DraftedCourse draft) {
        var content = draft.content();
        var lessons = content.sections().stream()
                .mapToInt(section -> section.lessons().size());
        return of(
                draft.courseId(),
                draft.revision(),
                content.attributes(),
                contentsOf(
                        content.sections(),
                        CourseContent.SectionContent::title,
                        section -> section.lessons().stream().map(LessonContent::title)),
                new Origin(draft.groupName(), draft.field()),
                new Extent(lessons.sum(), 0),
                draft.savedAt(),
                List.of(draft.groupId().toString()));
    }

    private record Origin(String groupName, String field) {}

    private record Extent(int lessons, int seconds) {}

    private static CourseDocument of(
            CourseId courseId,
            int version,
            CourseAttributes attributes,
            String contents,
            Origin origin,
            Extent extent,
            Instant publishedAt,
            List<String> audience) {
        var title = Pinyin.of(attributes.title());
        var tags = attributes.tags().stream().map(Spelled::of).toList();
        return new CourseDocument(
                courseId,
                version,
                attributes.title(),
                attributes.summary(),
                lines(attributes.objectives().stream()),
                contents,
                labelsOf(attributes, origin),
                List.of(title.whole()),
                begunAnywhere(title.parts(), tags, Pinyin::whole),
                List.of(title.wholeInitials()),
                begunAnywhere(title.partsOfInitials(), tags, Pinyin::wholeInitials),
                namesOf(tags, attributes.instructors()),
                origin.field(),
                attributes.level(),
                attributes.language(),
                attributes.tags(),
                origin.groupName(),
                extent.lessons(),
                extent.seconds(),
                publishedAt,
                audience);
    }

    private static <T> String contentsOf(
            List<T> sections, Function<T, String> title, Function<T, Stream<String>> lessons) {
        return lines(sections.stream()
                .flatMap(section -> Stream.concat(Stream.of(title.apply(section)), lessons.apply(section))));
    }

    /** Many values take more time in the index than one of many lines. */
    private static String lines(Stream<String> texts) {
        return texts.collect(Collectors.joining("\n"));
    }

    private record Spelled(String name, Pinyin pinyin) {

        private static Spelled of(String name) {
            return new Spelled(name, Pinyin.ofName(name));
        }

        private Stream<String> keys(Name.Kind kind) {
            return NameKeys.of(kind, name, pinyin);
        }
    }

    /**
     * A title from each of its syllables on, a tag only as a whole: most tags are short, and stand in the title too.
     */
    private static List<String> begunAnywhere(
            List<String> partsOfTitle, List<Spelled> tags, Function<Pinyin, String> whole) {
        return Stream.concat(
                        partsOfTitle.stream(),
                        tags.stream().map(Spelled::pinyin).map(whole))
                .filter(part -> !part.isEmpty())
                .distinct()
                .toList();
    }

    private static List<String> namesOf(List<Spelled> tags, List<String> instructors) {
        return Stream.concat(
                        tags.stream().flatMap(tag -> tag.keys(Name.Kind.TAG)),
                        instructors.stream().map(Spelled::of).flatMap(name -> name.keys(Name.Kind.INSTRUCTOR)))
                .toList();
    }

    private static List<String> labelsOf(CourseAttributes attributes, Origin origin) {
        return Stream.of(
                        attributes.tags(),
                        List.of(origin.field(), attributes.level(), origin.groupName()),
                        attributes.instructors())
                .flatMap(List::stream)
                .toList();
    }
}
