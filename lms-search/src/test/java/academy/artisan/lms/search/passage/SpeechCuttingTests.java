package academy.artisan.lms.search.passage;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import academy.artisan.lms.course.CaptionLibrary.Spoken;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SpeechCuttingTests {

    private static Spoken cue(double from, double to, String text) {
        return new Spoken(Duration.ofMillis((long) (from * 1000)), Duration.ofMillis((long) (to * 1000)), text);
    }

    private static List<String> texts(Spoken... cues) {
        return SpeechCutting.cut(List.of(cues)).stream().map(Stretch::text).toList();
    }

    @Test
    void shortCuesAreJoinedAndEachKeepsItsSecond() {
        assertThat(SpeechCutting.cut(List.of(cue(1.9, 3, "先检查焊枪"), cue(3, 5.5, "再打开气瓶"))))
                .containsExactly(new Stretch("先检查焊枪 再打开气瓶", List.of(0, 6), List.of(1, 3)));
    }

    @Test
    void whatIsLongEnoughEndsWithASentence() {
        var long1 = "焊".repeat(50) + "，";
        var end = "再看一遍，然后才开始操作。";
        assertThat(texts(cue(0, 5, long1), cue(5, 9, end), cue(9, 12, "下一步")))
                .containsExactly(long1 + " " + end, "下一步");
    }

    @Test
    void whatHasNoEndOfASentenceIsCutBeforeItIsTooLong() {
        var cues = IntStream.range(0, 12)
                .mapToObj(number ->
                        cue(number, number + 1, Character.toString('甲' + number).repeat(25)));
        assertThat(SpeechCutting.cut(cues.toList()))
                .extracting(stretch -> stretch.text().replace(" ", "").length())
                .containsExactly(100, 100, 100);
    }

    @Test
    void nothingIsJoinedOverAPauseOrBeyondHalfAMinute() {
        assertThat(texts(cue(0, 2, "甲"), cue(8, 9, "乙"))).containsExactly("甲", "乙");
        assertThat(texts(cue(0, 10, "甲"), cue(12, 25, "乙"), cue(27, 31, "丙"))).containsExactly("甲 乙", "丙");
    }

    @Test
    void overlappingCuesAreReadInTheOrderInWhichTheyBegin() {
        assertThat(SpeechCutting.cut(List.of(cue(0, 20, "标题"), cue(1, 4, "甲"), cue(2, 3, "乙"), cue(21, 24, "丙"))))
                .containsExactly(new Stretch("标题 甲 乙 丙", List.of(0, 3, 5, 7), List.of(0, 1, 2, 21)));
    }

    @Test
    void emptyAndRepeatedCuesAddNothing() {
        assertThat(texts(cue(0, 1, " "), cue(1, 2, "\u0000"), cue(2, 3, ""))).isEmpty();
        assertThat(texts(cue(0, 1, "甲"), cue(1, 2, "甲"), cue(2, 3, "乙"))).containsExactly("甲 乙");
        assertThat(texts(cue(0, 1, "甲"), cue(60, 61, "甲"))).containsExactly("甲", "甲");
    }

    @Test
    void aCueThatIsTooLongIsCutAndEachPieceHasItsSecond() {
        var text = "先看焊缝的表面，再看它的背面。".repeat(20);
        var cut = SpeechCutting.cut(List.of(cue(7, 9, text)));
        assertThat(cut).hasSizeBetween(3, 5).allSatisfy(stretch -> {
            assertThat(stretch.text()).hasSizeLessThanOrEqualTo(120).endsWith("。");
            assertThat(stretch.cueStarts()).containsOnly(7);
        });
        assertThat(String.join("", cut.stream().map(Stretch::text).toList())).isEqualTo(text);
    }

    @Test
    void latinTextMayHaveMoreCharacters() {
        var cues = IntStream.range(0, 8).mapToObj(number -> cue(number, number + 1, "hold the torch at an angle"));
        assertThat(SpeechCutting.cut(cues.toList()).getFirst().text()).hasSizeLessThan(30);
        var others = IntStream.range(0, 8)
                .mapToObj(number -> cue(number, number + 1, "hold the torch at an angle of %d".formatted(number)));
        assertThat(SpeechCutting.cut(others.toList())).hasSize(1);
    }

    @Test
    void tenThousandCuesAreCutAndNothingIsLost() {
        var cues = IntStream.range(0, 10_000)
                .mapToObj(number -> cue(number * 3, number * 3 + 2.5, "第" + number + "句，讲操作要领。"))
                .toList();
        var cut = SpeechCutting.cut(cues);
        assertThat(cut).hasSizeBetween(1_000, 2_500);
        assertThat(cut.stream().mapToInt(stretch -> stretch.cueStarts().size()).sum())
                .isEqualTo(10_000);
        assertThat(cut).allSatisfy(stretch -> {
            assertThat(stretch.cueOffsets()).isSorted();
            assertThat(stretch.cueStarts()).isSorted();
            assertThat(stretch.cueStarts().getLast() - stretch.cueStarts().getFirst())
                    .isLessThan(30);
        });
    }
}
