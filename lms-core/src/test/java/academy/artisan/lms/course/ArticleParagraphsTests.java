package academy.artisan.lms.course;

import academy.artisan.lms.course.ArticleParagraphs.Paragraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ArticleParagraphsTests {

    private static final String MARKDOWN = """
            # 焊前准备

            先**检查**焊枪，
            再打开 [气瓶](https://example.org/bottle "标题")。

            - 手套
              - 皮的
            - 面罩

            | 项目 | 电流 |
            |------|-----:|
            | 平焊 | 120A |

            ```gcode
            G01 X10
            M30
            ```
            """;

    @Test
    void headingsParagraphsItemsRowsAndCodeAreApart() {
        assertThat(ArticleParagraphs.of(MARKDOWN))
                .containsExactly(
                        new Paragraph("焊前准备", true),
                        new Paragraph("先检查焊枪， 再打开 气瓶。", false),
                        new Paragraph("手套", false),
                        new Paragraph("皮的", false),
                        new Paragraph("面罩", false),
                        new Paragraph("项目 电流", false),
                        new Paragraph("平焊 120A", false),
                        new Paragraph("G01 X10 M30", false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "见 https://example.org/a?b=c。后文 | 见 。后文",
                "<p>甲<b>乙</b></p><script>alert(1)</script> | 甲乙",
                "甲 <span onclick='x'>乙</span> &lt;丙&gt; | 甲 乙 <丙>",
                "![图](x.png)甲<br>乙 | 甲 乙",
                "<https://example.org> | ''",
                "<!-- 藏起来的 -->甲 | 甲",
            })
    void onlyWhatIsReadIsLeft(String markdown, String read) {
        assertThat(String.join(
                        "",
                        ArticleParagraphs.of(markdown).stream()
                                .map(Paragraph::text)
                                .toList()))
                .isEqualTo(read);
    }

    @Test
    void nothingIsReadOfNothing() {
        assertThat(ArticleParagraphs.of(" \n\n ")).isEmpty();
    }
}
