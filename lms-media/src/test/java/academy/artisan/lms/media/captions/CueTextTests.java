package academy.artisan.lms.media.captions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CueTextTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<B>a</B> <I>b</I> | <b>a</b> <i>b</i>",
                "<b><i>a</b>b</i> | <b><i>a</i></b><i>b</i>",
                "<b><b>a</b>b</b>c | <b>ab</b>c",
                "<b>never closed | <b>never closed</b>",
                "</b>a<b></b> | a",
                "<u>a~b</u> | <u>a~b</u>",
                "<u>a~</u>b | <u>a</u>~b",
                "<v 李师傅>你好 | <v 李师傅>你好</v>",
                "<v>nobody | nobody",
                "<script>alert(1)</script> | &lt;script&gt;alert(1)&lt;/script&gt;",
                "<img src=x onerror=y> | &lt;img src=x onerror=y&gt;",
                "<bold>a | &lt;bold&gt;a",
                "<ruby>漢<rt>kan</rt></ruby> | 漢kan",
                "&amp;lt; | &amp;lt;",
                "a    b | a b"
            })
    void onlyWhatWebVttKnowsStaysATag(String text, String expected) {
        assertThat(CueText.ofWebVtt(text.replace('~', '\n')).webVtt()).isEqualTo(expected.replace('~', '\n'));
    }

    @ParameterizedTest
    @CsvSource({
        "7, line:0 align:left",
        "8, line:0",
        "9, line:0 align:right",
        "5, line:50%",
        "1, align:left",
        "2, ''",
        "3, align:right"
    })
    void placeOnTheNumberPadBecomesSettings(int key, String settings) {
        var text = CueText.ofSrt("{\\an%d}{\\b1}a{\\an5}".formatted(key));
        assertThat(text.webVtt()).isEqualTo("a");
        assertThat(text.settings()).isEqualTo(settings);
    }

    @Test
    void plainTextIsWhatIsSaid() {
        assertThat(CueText.ofWebVtt("<v Li>if <b>a &lt; b</b>\n那么</v>").plain()).isEqualTo("if a < b 那么");
    }

    @Test
    void controlCharactersAreDropped() {
        assertThat(CueText.ofSrt("a\u0000b\u001B[31mc&#7;").webVtt()).isEqualTo("ab[31mc&amp;#7;");
    }
}
