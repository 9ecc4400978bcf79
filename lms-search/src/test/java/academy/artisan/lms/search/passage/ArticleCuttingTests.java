package academy.artisan.lms.search.passage;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class ArticleCuttingTests {

    private static final String PARAGRAPH =
            "焊接电流由焊条的直径和焊缝的位置决定，平焊时可以大一些，立焊和仰焊时要小一些，太大会烧穿，太小则焊不透，还容易夹渣。电弧要压低，焊速要均匀，收弧要填满。";

    private static List<String> texts(String markdown) {
        return ArticleCutting.cut(markdown).stream().map(Stretch::text).toList();
    }

    @Test
    void aHeadingGoesWithWhatFollows() {
        assertThat(texts("# 电流\n\n" + PARAGRAPH + "\n\n## 角度\n\n七十度。")).containsExactly("电流 " + PARAGRAPH, "角度 七十度。");
    }

    @Test
    void paragraphsStayApartAndShortItemsGoTogether() {
        assertThat(texts(PARAGRAPH + "\n\n" + PARAGRAPH)).containsExactly(PARAGRAPH, PARAGRAPH);
        assertThat(texts("- 手套\n- 面罩\n- 焊帽")).containsExactly("手套 面罩 焊帽");
    }

    @Test
    void aLongParagraphIsCutAtTheEndsOfItsSentences() {
        assertThat(texts(PARAGRAPH.repeat(3))).containsExactly(PARAGRAPH, PARAGRAPH, PARAGRAPH);
    }

    @Test
    void nothingOfWhatIsWrittenHasASecond() {
        assertThat(ArticleCutting.cut(PARAGRAPH)).containsExactly(new Stretch(PARAGRAPH, List.of(), List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"字", "字，", "a ", "- 戴好面罩再引弧\n", "😀", "。”"})
    void whateverIsWrittenNoPassageIsTooLong(String piece) {
        assertShort(texts(piece.repeat(100_000 / piece.length())));
    }

    @Test
    void aMillionCharactersAreCutSoon() {
        var article = (PARAGRAPH + "\n\n").repeat(1_000_000 / PARAGRAPH.length());
        var cut = assertTimeoutPreemptively(Duration.ofMinutes(1), () -> texts(article));
        assertShort(cut);
        assertThat(cut).hasSizeGreaterThan(10_000);
    }

    private static void assertShort(List<String> cut) {
        assertThat(cut).isNotEmpty().allSatisfy(text -> {
            assertThat(Weight.of(text)).isLessThanOrEqualTo(600);
            assertThat(text).isEqualTo(text.strip());
            assertThat(Character.isLowSurrogate(text.charAt(0))).isFalse();
        });
    }

    @Test
    void anEmptyArticleHasNoPassage() {
        assertThat(texts("")).isEmpty();
        assertThat(texts("![](a.png)\n\n---\n")).isEmpty();
    }
}
