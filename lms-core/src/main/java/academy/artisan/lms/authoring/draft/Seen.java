package academy.artisan.lms.authoring.draft;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import academy.artisan.lms.course.CourseContent;
import academy.artisan.lms.course.CourseContent.SectionContent;
import academy.artisan.lms.course.SectionId;
import org.jspecify.annotations.Nullable;

/**
 * What a caller has seen before a change, so that it collides with changes of others to the same, and with no others.
 *
 * @param revision up to which the caller has seen the parts
 * @param parts the parts that the change replaces or removes; none if it overwrites nothing
 * @param section the section that is removed with all its lessons, also those that were moved there meanwhile
 */
record Seen(int revision, List<UUID> parts, @Nullable SectionId section) {

    static Seen nothing() {
        return new Seen(0, List.of(), null);
    }

    static Seen of(int revision, UUID part) {
        return new Seen(revision, List.of(part), null);
    }

    static Seen whole(int revision, SectionContent section) {
        return new Seen(revision, partsOf(section).toList(), section.id());
    }

    /** Whether the section had all the lessons already that it has now. */
    boolean hadAllLessons(CourseContent then, CourseContent now) {
        return section == null
                || lessonsOf(then)
                        .collect(Collectors.toSet())
                        .containsAll(lessonsOf(now).toList());
    }

    private Stream<UUID> lessonsOf(CourseContent content) {
        return content.sections().stream()
                .filter(known -> known.id().equals(section))
                .flatMap(Seen::partsOf);
    }

    private static Stream<UUID> partsOf(SectionContent section) {
        return Stream.concat(
                Stream.of(section.id().value()),
                section.lessons().stream().map(lesson -> lesson.id().value()));
    }
}
