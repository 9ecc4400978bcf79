package academy.artisan.lms.authoring.draft;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import academy.artisan.lms.course.CourseContent;
import academy.artisan.lms.course.CourseContent.SectionContent;
import academy.artisan.lms.course.FileId;
import academy.artisan.lms.course.LessonId;
import academy.artisan.lms.course.SectionId;
import academy.artisan.lms.support.Id;
import academy.artisan.lms.support.InvalidFields;
import academy.artisan.lms.support.Problem.FieldError;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A course outline as an author sends it. Parts that have an id already keep it, in whatever place they are now; parts
 * without one are new.
 */
record Outline(
        @NotBlank @Size(max = 200) String title,
        @NotNull @Size(max = 5000) String summary,
        @NotBlank @Size(max = 50) String level,
        @NotNull @Size(max = 20) List<@NotBlank @Size(max = 50) String> tags,
        @Nullable @Pattern(regexp = AttributesForm.LANGUAGE) String language,
        @Nullable FileId coverId,
        @Nullable @Size(max = 20) List<@NotBlank @Size(max = 100) String> instructors,
        @Nullable @Size(max = 30) List<@NotBlank @Size(max = 500) String> objectives,
        @Nullable @Size(max = 2000) String audience,
        @NotNull @Size(max = DraftLimits.SECTIONS) List<@Valid @NotNull SectionOutline> sections) {

    record SectionOutline(
            @Nullable SectionId id,
            @NotBlank @Size(max = 200) String title,
            @NotNull @Size(max = DraftLimits.LESSONS) List<@Valid @NotNull LessonForm> lessons) {}

    /** Content as if an author had sent it. */
    static Outline of(CourseContent content) {
        return new Outline(
                content.title(),
                content.summary(),
                content.level(),
                content.tags(),
                content.language(),
                content.coverId(),
                content.instructors(),
                content.objectives(),
                content.audience(),
                content.sections().stream().map(Outline::outline).toList());
    }

    private static SectionOutline outline(SectionContent section) {
        return new SectionOutline(
                section.id(),
                section.title(),
                section.lessons().stream().map(LessonForm::of).toList());
    }

    /**
     * The content with ids for all parts.
     *
     * @param known the ids that parts of this course ever had
     * @throws InvalidFields if an id is used twice or belongs to another course
     */
    CourseContent toContent(Set<UUID> known) {
        var errors = new ArrayList<FieldError>();
        var seen = new HashSet<UUID>();
        for (var s = 0; s < sections.size(); s++) {
            var section = sections.get(s);
            checkId(
                    "sections[%d].id".formatted(s),
                    section.id() == null ? null : section.id().value(),
                    known,
                    seen,
                    errors);
            for (var l = 0; l < section.lessons().size(); l++) {
                var id = section.lessons().get(l).id();
                checkId(
                        "sections[%d].lessons[%d].id".formatted(s, l),
                        id == null ? null : id.value(),
                        known,
                        seen,
                        errors);
            }
        }
        if (!errors.isEmpty()) {
            throw new InvalidFields(errors);
        }
        return CourseContent.of(
                attributes().toAttributes(),
                sections.stream().map(Outline::content).toList());
    }

    /** All ids that are given. */
    Stream<UUID> ids() {
        return sections.stream()
                .flatMap(section -> Stream.concat(
                        Stream.ofNullable(section.id()),
                        section.lessons().stream().map(LessonForm::id)))
                .filter(Objects::nonNull)
                .map(Id::value);
    }

    private AttributesForm attributes() {
        return new AttributesForm(title, summary, level, tags, language, coverId, instructors, objectives, audience);
    }

    private static void checkId(
            String field, @Nullable UUID id, Set<UUID> known, Set<UUID> seen, List<FieldError> errors) {
        if (id == null) {
            return;
        }
        if (!known.contains(id)) {
            errors.add(new FieldError(field, "KnownPart", "is not a part of this course"));
        } else if (!seen.add(id)) {
            errors.add(new FieldError(field, "Once", "is used twice"));
        }
    }

    private static SectionContent content(SectionOutline section) {
        return new SectionContent(
                section.id() == null ? SectionId.next() : section.id(),
                section.title(),
                section.lessons().stream()
                        .map(lesson -> lesson.toContent(lesson.id() == null ? LessonId.next() : lesson.id()))
                        .toList());
    }
}
