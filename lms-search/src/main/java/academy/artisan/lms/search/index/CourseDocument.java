package academy.artisan.lms.search.index;

import academy.artisan.lms.search.text.Pinyin;
import academy.artisan.lms.search.text.Name;
import academy.artisan.lms.search.text.NameKeys;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.CourseVersion;
import academy.artisan.lms.course.Lesson;
import academy.artisan.lms.course.Listing;
import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/**
 * A course as the index holds it: what is shown in a list of courses, and what it is found by.
 *
 * @param change tells late news of the course from new; it is the version of the document itself
 * @param contents the titles of sections and lessons
 * @param labels tags, field, level, group and instructors, to be found by their words
 * @param names see {@link NameKeys}
 * @param learners how many take it
 * @param audience who may find it, see {@link Audience}
 */
record CourseDocument(
        CourseId courseId,
        int version,
        @JsonIgnore long change,
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
        int learners,
        Instant publishedAt,
        List<String> audience) {

    static CourseDocument of(Listing listing, int learners) {
        var course = listing.course();
        var title = Pinyin.of(course.title());
        var named = Stream.concat(Stream.of(title), course.tags().stream().map(Pinyin::of))
                .toList();
        return new CourseDocument(
                course.courseId(),
                course.version(),
                listing.change(),
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
                learners,
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
