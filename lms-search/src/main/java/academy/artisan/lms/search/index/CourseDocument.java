package academy.artisan.lms.search.index;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.CourseVersion;
import academy.artisan.lms.course.Lesson;
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
        List<String> objectives,
        List<String> contents,
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
        var title = Pinyin.of(course.title());
        var named = Stream.concat(Stream.of(title), course.tags().stream().map(Pinyin::of))
                .toList();
        return new CourseDocument(
                course.courseId(),
                course.version(),
                course.title(),
                course.summary(),
                course.attributes().objectives(),
                contentsOf(course),
                labelsOf(course),
                List.of(title.whole()),
                named.stream().flatMap(name -> name.parts().stream()).distinct().toList(),
                List.of(title.wholeInitials()),
                named.stream()
                        .flatMap(name -> name.partsOfInitials().stream())
                        .distinct()
                        .toList(),
                namesOf(course),
                course.field(),
                course.level(),
                course.attributes().language(),
                course.tags(),
                course.groupName(),
                (int) course.lessons().count(),
                course.durationSeconds(),
                course.publishedAt(),
                listing.audience());
    }

    private static List<String> contentsOf(CourseVersion course) {
        return course.sections().stream()
                .flatMap(section -> Stream.concat(
                        Stream.of(section.title()), section.lessons().stream().map(Lesson::title)))
                .toList();
    }

    private static List<String> namesOf(CourseVersion course) {
        return Stream.concat(
                        NameKeys.of(Name.Kind.TAG, course.tags()),
                        NameKeys.of(Name.Kind.INSTRUCTOR, course.attributes().instructors()))
                .toList();
    }

    private static List<String> labelsOf(CourseVersion course) {
        return Stream.of(
                        course.tags(),
                        List.of(course.field(), course.level(), course.groupName()),
                        course.attributes().instructors())
                .flatMap(List::stream)
                .toList();
    }
}
