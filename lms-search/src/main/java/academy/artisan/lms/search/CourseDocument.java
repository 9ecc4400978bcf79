package academy.artisan.lms.search;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.CourseVersion;
import academy.artisan.lms.course.Lesson;
import academy.artisan.lms.course.Listing;
import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * A course as the index holds it: what is shown in a list of courses, and what it is found by.
 *
 * @param change tells late news of the course from new; it is the version of the document itself
 * @param contents the titles of sections and lessons
 * @param labels tags, field, level and group, to be found by their words
 * @param audience who may find it, see {@link Audience}
 */
record CourseDocument(
        CourseId courseId,
        int version,
        @JsonIgnore long change,
        String title,
        String summary,
        List<String> contents,
        List<String> labels,
        List<String> pinyin,
        List<String> pinyinOfParts,
        List<String> initials,
        List<String> initialsOfParts,
        String field,
        String level,
        List<String> tags,
        String groupName,
        int lessons,
        int durationSeconds,
        Instant publishedAt,
        List<String> audience) {

    static CourseDocument of(Listing listing) {
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
                contentsOf(course),
                labelsOf(course),
                List.of(title.whole()),
                named.stream().flatMap(name -> name.parts().stream()).distinct().toList(),
                List.of(title.wholeInitials()),
                named.stream()
                        .flatMap(name -> name.partsOfInitials().stream())
                        .distinct()
                        .toList(),
                course.field(),
                course.level(),
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

    private static List<String> labelsOf(CourseVersion course) {
        return Stream.concat(course.tags().stream(), Stream.of(course.field(), course.level(), course.groupName()))
                .toList();
    }
}
