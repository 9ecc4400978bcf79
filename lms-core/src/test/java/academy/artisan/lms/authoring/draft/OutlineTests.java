package academy.artisan.lms.authoring.draft;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import academy.artisan.lms.authoring.draft.Outline.SectionOutline;
import academy.artisan.lms.course.CourseContent;
import academy.artisan.lms.course.LessonContent;
import academy.artisan.lms.course.LessonId;
import academy.artisan.lms.course.LessonKind;
import academy.artisan.lms.course.SectionId;
import academy.artisan.lms.course.VideoId;
import academy.artisan.lms.support.InvalidFields;
import academy.artisan.lms.support.Problem.FieldError;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class OutlineTests {

    @Test
    void newPartsGetIdsAndKnownOnesKeepThem() {
        var known = LessonId.next();
        var content = outline(section(null, lesson(known), lesson(null))).toContent(Set.of(known.value()));
        assertThat(content.lessons().map(lesson -> lesson.id()).toList())
                .startsWith(known)
                .doesNotHaveDuplicates()
                .doesNotContainNull();
    }

    @Test
    void aPartOfAnotherCourseIsRefusedByItsPlace() {
        assertRefused(
                outline(section(null, lesson(null), lesson(LessonId.next()))), Set.of(), "sections[0].lessons[1].id");
        assertRefused(outline(section(SectionId.next())), Set.of(), "sections[0].id");
    }

    @Test
    void aPartThatIsUsedTwiceIsRefused() {
        var known = LessonId.next();
        assertRefused(
                outline(section(null, lesson(known)), section(null, lesson(known))),
                Set.of(known.value()),
                "sections[1].lessons[0].id");
    }

    @Test
    void moreThanAThousandLessonsAreRefused() {
        var many = new SectionOutline(null, "章", Collections.nCopies(501, lesson(null)));
        assertThatExceptionOfType(InvalidFields.class)
                .isThrownBy(() -> DraftLimits.canonical(outline(many, many).toContent(Set.of())))
                .satisfies(problem ->
                        assertThat(problem.errors().getFirst().field()).isEqualTo("sections"));
    }

    @Test
    void aDraftThatIsTooLargeIsRefusedWithItsSizeAndTheLimit() {
        var text = "字".repeat(100_000);
        var lesson = new LessonForm(null, "课", LessonKind.ARTICLE, null, null, text, null);
        var large = new SectionOutline(null, "章", Collections.nCopies(11, lesson));
        assertThatExceptionOfType(DraftTooLarge.class)
                .isThrownBy(() -> DraftLimits.canonical(outline(large).toContent(Set.of())))
                .satisfies(problem -> assertThat(problem.properties())
                        .containsEntry("maxBytes", DraftLimits.BYTES)
                        .containsKey("sizeBytes"));
    }

    @Test
    void aLessonKeepsOnlyWhatItsKindHas() {
        var article = new LessonForm(null, "课", LessonKind.ARTICLE, null, VideoId.next(), "文", null);
        var content = outline(section(null, article)).toContent(Set.of());
        assertThat(content.lessons())
                .singleElement()
                .isInstanceOfSatisfying(
                        LessonContent.OfArticle.class,
                        lesson -> assertThat(lesson.text()).isEqualTo("文"));
    }

    @Test
    void equalContentHasEqualDigestsAndOtherContentAnother() {
        var outline = outline(section(null, lesson(null)));
        var content = outline.toContent(Set.of());
        var reread = CourseContent.of(content.canonical());
        assertThat(reread.digest()).isEqualTo(content.digest());
        assertThat(outline.toContent(Set.of()).digest()).isNotEqualTo(content.digest());
    }

    private static Outline outline(SectionOutline... sections) {
        return new Outline("焊接机器人", "", "初级", List.of(), null, null, null, null, null, List.of(sections));
    }

    private static SectionOutline section(@Nullable SectionId id, LessonForm... lessons) {
        return new SectionOutline(id, "章", List.of(lessons));
    }

    private static LessonForm lesson(@Nullable LessonId id) {
        return new LessonForm(id, "课", LessonKind.ARTICLE, null, null, "文", null);
    }

    private static void assertRefused(Outline outline, Set<UUID> known, String field) {
        assertThatExceptionOfType(InvalidFields.class)
                .isThrownBy(() -> outline.toContent(known))
                .satisfies(refused -> assertThat(refused.errors())
                        .extracting(FieldError::field)
                        .containsExactly(field));
    }
}
