package academy.artisan.lms.authoring.outline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import academy.artisan.lms.course.CourseContent;
import academy.artisan.lms.course.CourseContent.SectionContent;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.SectionId;
import academy.artisan.lms.support.InvalidFields;
import academy.artisan.lms.support.NotFound;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Laws of edits and differences, on outlines made up from a seed that is printed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutlineAlgebraTests {

    private static final CourseId COURSE = CourseId.next();

    private final long seed = Long.getLong("outline.seed", System.nanoTime());
    private final RandomOutline outlines = new RandomOutline(new Random(seed));

    OutlineAlgebraTests() {
        System.out.println("outline.seed=" + seed);
    }

    @Test
    void aDifferenceMakesTheNewerContentOfTheOlderAndBack() {
        for (var round = 0; round < 3000; round++) {
            var before = outlines.content(6, 8);
            var after = before;
            for (var edits = round % 25; edits > 0; edits--) {
                after = outlines.edit(after).applyTo(after);
            }
            assertThat(difference(before, after).applyTo(before))
                    .as("seed %d", seed)
                    .isEqualTo(after);
            assertThat(difference(after, before).applyTo(after))
                    .as("seed %d", seed)
                    .isEqualTo(before);
        }
    }

    @Test
    void aDifferenceOfContentsThatHaveNothingInCommonWorksToo() {
        for (var round = 0; round < 300; round++) {
            var before = outlines.content(5, 5);
            var after = outlines.content(5, 5);
            assertThat(difference(before, after).applyTo(before))
                    .as("seed %d", seed)
                    .isEqualTo(after);
        }
    }

    @Test
    void nothingIsDifferentBetweenEqualContents() {
        var content = outlines.content(6, 8);
        assertThat(difference(content, CourseContent.of(content.canonical())).isNone())
                .isTrue();
    }

    @Test
    void oneEditIsOneChangeOfThatPart() {
        for (var round = 0; round < 2000; round++) {
            var before = outlines.content(6, 8);
            var edit = outlines.edit(before);
            var after = edit.applyTo(before);
            var changes = Difference.of(edit, COURSE, before, after).changes();
            switch (edit) {
                case Edit.Add add -> {
                    assertThat(changes).as("seed %d", seed).hasSize(1);
                    assertThat(changes.getFirst()).isInstanceOf(Change.Added.class);
                }
                case Edit.Move move -> {
                    assertThat(changes).as("seed %d", seed).hasSize(before.equals(after) ? 0 : 1);
                    assertThat(changes).as("seed %d", seed).allSatisfy(change -> {
                        assertThat(change).isInstanceOf(Change.Moved.class);
                        assertThat(change.partId()).isEqualTo(move.partId());
                    });
                }
                case Edit.Replace ignored ->
                    assertThat(changes).as("seed %d", seed).hasSize(before.equals(after) ? 0 : 1);
                case Edit.RemoveSection removal -> {
                    var gone = Part.of(COURSE, before).size()
                            - Part.of(COURSE, after).size();
                    assertThat(changes).as("seed %d", seed).hasSize(gone).isNotEmpty();
                    assertThat(changes).as("seed %d", seed).allMatch(change -> change instanceof Change.Removed);
                }
                case Edit.RemoveLesson removal -> {
                    assertThat(changes).as("seed %d", seed).hasSize(1);
                    assertThat(changes.getFirst().partId())
                            .isEqualTo(removal.id().value());
                }
            }
        }
    }

    @Test
    void revertingManyEditsOneByOneLeadsBackToEveryStateInBetween() {
        for (var round = 0; round < 200; round++) {
            var states = new ArrayList<CourseContent>();
            states.add(outlines.content(5, 6));
            for (var edits = 0; edits < 15; edits++) {
                states.add(outlines.edit(states.getLast()).applyTo(states.getLast()));
            }
            var content = states.getLast();
            for (var state : states.reversed()) {
                content = difference(content, state).applyTo(content);
                assertThat(content).as("seed %d", seed).isEqualTo(state);
            }
        }
    }

    @Test
    void anEditLeavesEveryOtherPartAsItIs() {
        for (var round = 0; round < 2000; round++) {
            var before = outlines.content(6, 8);
            var after = outlines.edit(before).applyTo(before);
            var concerned = difference(before, after).changes().stream()
                    .map(Change::partId)
                    .toList();
            var untouched = Part.of(COURSE, before);
            untouched.keySet().removeAll(new HashSet<>(concerned));
            assertThat(Part.of(COURSE, after)).as("seed %d", seed).containsAllEntriesOf(untouched);
        }
    }

    @Test
    void asFewPartsAsPossibleAreSaidToHaveMoved() {
        var sections = new ArrayList<SectionContent>();
        for (var number = 0; number < 20; number++) {
            sections.add(new SectionContent(SectionId.next(), "章" + number, List.of()));
        }
        var before = CourseContent.of(outlines.content(0, 0).attributes(), List.copyOf(sections));
        var last = sections.removeLast();
        sections.addFirst(last);
        var after = CourseContent.of(before.attributes(), List.copyOf(sections));
        assertThat(difference(before, after).changes())
                .singleElement()
                .satisfies(change ->
                        assertThat(change.partId()).isEqualTo(last.id().value()));
    }

    @Test
    void aPartIsNotMovedIntoOrAfterItselfNorToWhereItCannotStand() {
        var content = CourseContent.of(
                outlines.content(0, 0).attributes(),
                List.of(
                        new SectionContent(SectionId.next(), "章", List.of()),
                        new SectionContent(SectionId.next(), "章", List.of())));
        var first = content.sections().getFirst().id();
        var second = content.sections().getLast().id();
        assertRefused(content, new Edit.Move(first.value(), new Place(first, null)));
        assertRefused(content, new Edit.Move(first.value(), new Place(null, first.value())));
        assertRefused(content, new Edit.Move(first.value(), new Place(second, null)));
        assertRefused(content, new Edit.Move(first.value(), new Place(null, UUID.randomUUID())));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> new Edit.Move(UUID.randomUUID(), new Place(null, null)).applyTo(content));
    }

    private static void assertRefused(CourseContent content, Edit edit) {
        assertThatExceptionOfType(InvalidFields.class).isThrownBy(() -> edit.applyTo(content));
    }

    private static Difference difference(CourseContent before, CourseContent after) {
        return Difference.between(COURSE, before, after);
    }
}
