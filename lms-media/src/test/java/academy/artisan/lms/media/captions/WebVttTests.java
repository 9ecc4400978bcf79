package academy.artisan.lms.media.captions;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

import academy.artisan.lms.support.Problem.FieldError;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class WebVttTests {

    private static final String SRT = """
            1
            0:00:01,000 --> 00:00:02,500
            <i>焊枪</i> 与 <font color="#fff">工件</font>

            2
            00:00:03,000 --> 00:00:04,000 X1:40 X2:600 Y1:20 Y2:50
            {\\an8}if (a < b && b > c)
            第二行
            """;

    private static final String NORMALISED_SRT = """
            WEBVTT

            00:00:01.000 --> 00:00:02.500
            <i>焊枪</i> 与 工件

            00:00:03.000 --> 00:00:04.000 line:0
            if (a &lt; b &amp;&amp; b &gt; c)
            第二行
            """;

    @Test
    void srtBecomesWebVtt() {
        assertThat(normalise(SRT)).isEqualTo(NORMALISED_SRT);
    }

    @Test
    void webVttIsReducedToItsCues() {
        assertThat(normalise("""
                WEBVTT - welding
                Kind: captions

                STYLE
                ::cue { color: red }

                REGION
                id:a

                NOTE 12:00 --> later
                more of the note

                intro
                01:02.000 --> 01:03.000 region:a position:10%,line-left bogus:1 size:300% align:middle line:-1
                <v.loud Master Li>Mind <c.red>the</c> <00:01:02.500>arc</v> <lang en>light</lang>

                100:00:00.000 --> 100:00:01.000
                &lt;b&gt; &amp;c; &#x4E2D;&nbsp;&bogus;
                """)).isEqualTo("""
                WEBVTT

                00:01:02.000 --> 00:01:03.000 line:-1 position:10%,line-left align:center
                <v Master Li>Mind the arc</v> light

                100:00:00.000 --> 100:00:01.000
                &lt;b&gt; &amp;c; 中&nbsp;&amp;bogus;
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030"})
    void encodingIsFoundInTheContent(String charset) {
        assertThat(WebVtt.normalise(SRT.getBytes(Charset.forName(charset)), null)
                        .text())
                .isEqualTo(NORMALISED_SRT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void byteOrderMarkTellsTheEncoding(String charset) {
        var file = ("\uFEFF" + SRT).getBytes(Charset.forName(charset));
        assertThat(WebVtt.normalise(file, null).text()).isEqualTo(NORMALISED_SRT);
    }

    @Test
    void whatFitsToNoEncodingIsRefused() {
        assertThat(flaws(() -> WebVtt.normalise(new byte[] {'1', (byte) 0xFF, (byte) 0xFF}, null)))
                .singleElement()
                .satisfies(flaw -> assertThat(flaw.rule()).isEqualTo("CaptionEncoding"));
        var halfACharacter = new byte[] {(byte) 0xFE, (byte) 0xFF, (byte) 0xD8, 0};
        assertThat(flaws(() -> WebVtt.normalise(halfACharacter, null))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r", "\r\n"})
    void linesEndAnyWay(String end) {
        assertThat(normalise(SRT.replace("\n", end))).isEqualTo(NORMALISED_SRT);
    }

    @Test
    void cuesAreSortedAndThoseWithoutTextDropped() {
        assertThat(normalise("""
                WEBVTT

                00:05.000 --> 00:06.000
                c

                00:01.000 --> 00:09.000
                a

                00:02.000 --> 00:03.000
                <b> </b>

                00:01.000 --> 00:02.000
                b
                """)).isEqualTo("""
                WEBVTT

                00:00:01.000 --> 00:00:09.000
                a

                00:00:01.000 --> 00:00:02.000
                b

                00:00:05.000 --> 00:00:06.000
                c
                """);
    }

    @Test
    void whatSticksOutOfTheVideoIsCut() {
        var text = WebVtt.normalise(utf8("WEBVTT\n\n00:01.000 --> 00:09.000\na"), Duration.ofSeconds(4))
                .text();
        assertThat(text).contains("00:00:01.000 --> 00:00:04.000");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | CaptionFormat | hello",
                "1 | CaptionFormat | WEBVTTX",
                "1 | CaptionFormat | {\"json\": true}",
                "3 | CueTimes | WEBVTT~~a~b",
                "3 | CueTimes | WEBVTT~~00:01.000 -> 00:02.000~a",
                "3 | CueTimes | WEBVTT~~00:01.00 --> 00:02.000~a",
                "4 | CueTimes | WEBVTT~~id~00:61.000 --> 00:62.000~a",
                "2 | CueTimes | 1~00:00:01,000 --> end~a",
                "5 | CueTimes | 1~00:00:01,000 --> 00:00:02,000~a~~b",
                "2 | CueEnd | 1~00:00:02,000 --> 00:00:02,000~a",
                "5 | BlankLine | WEBVTT~~00:01.000 --> 00:02.000~a~00:02.000 --> 00:03.000~b",
                "6 | AfterEnd | WEBVTT~~00:01.000 --> 00:02.000~a~~00:10.000 --> 00:11.000~b",
                "4 | NoCue | WEBVTT~~00:01.000 --> 00:02.000~ ",
                "1 | NoCue | WEBVTT",
                "1 | NoCue | ''"
            })
    void flawsNameLineAndRule(int line, String rule, String text) {
        assertThat(flaws(() -> WebVtt.normalise(utf8(text.replace('~', '\n')), Duration.ofSeconds(10))))
                .first()
                .satisfies(flaw -> {
                    assertThat(flaw.rule()).isEqualTo(rule);
                    assertThat(flaw.field()).isEqualTo("line " + line);
                });
    }

    @Test
    void atMostTwentyFlawsAreTold() {
        assertThat(flaws(() -> normalise("WEBVTT\n\n" + "x\n\n".repeat(100)))).hasSize(20);
    }

    @Test
    void cuesAreNeitherTooLongNorTooMany() {
        assertThat(flaws(() -> normalise("WEBVTT\n\n00:01.000 --> 00:02.000\n" + "字".repeat(1001))))
                .extracting(FieldError::rule)
                .containsExactly("CueSize");
        assertThatCode(() -> normalise("WEBVTT\n\n00:01.000 --> 00:02.000\n" + "&amp;".repeat(1000)))
                .doesNotThrowAnyException();
        assertThat(flaws(() -> normalise("WEBVTT\n\n" + "00:01.000 --> 00:02.000\na\n\n".repeat(20_001))))
                .extracting(FieldError::rule)
                .containsExactly("MostCues");
    }

    @Test
    void whatGrowsBeyondWhatArchivesTakeIsRefused() {
        var file = "WEBVTT\n" + ("\n00:01.000 --> 00:02.000\n" + "&".repeat(999) + "\n").repeat(900);
        assertThat(flaws(() -> WebVtt.normalise(utf8(file), null)))
                .extracting(FieldError::rule)
                .containsExactly("CaptionSize");
    }

    @Test
    void twoMebibytesOfAnythingAreReadAtOnce() {
        var head = "WEBVTT\n\n00:01.000 --> 00:02.000\n";
        for (var part : List.of(
                "<", "<b>", "<v ", "&", "&#", "{\\", "-->", "\n", "\r\n", "00:01.000 --> ", " ", "<b\n", "1\n")) {
            for (var start : List.of("", head, head.strip() + " ", "WEBVTT ", "1\n", "WEBVTT\n\n00:01.000 ")) {
                var text = start + part.repeat((2 << 20) / part.length());
                var begin = System.nanoTime();
                try {
                    normalise(text);
                } catch (CaptionsRefused refused) {
                    assertThat(refused.errors()).isNotEmpty();
                }
                assertThat(Duration.ofNanos(System.nanoTime() - begin))
                        .as("%s after %s", part, start)
                        .isLessThan(Duration.ofSeconds(10));
            }
        }
    }

    /** Whatever a file is made of: it is refused, or brought into a form that stays as it is. */
    @Test
    void normalisingOnceMoreChangesNothing() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var taken = 0;
        for (var round = 0; round < 3_000; round++) {
            var file = random.nextBoolean() ? "WEBVTT\n\n" : "";
            var text = new StringBuilder(file);
            for (var cue = random.nextInt(4); cue >= 0; cue--) {
                text.append("00:0%d.000 --> 00:1%d.000 %s\n"
                        .formatted(random.nextInt(10), random.nextInt(10), some(random, SETTINGS, 3, " ")));
                text.append(some(random, PIECES, 25, "")).append("\n\n");
            }
            try {
                var once = WebVtt.normalise(utf8(text.toString()), Duration.ofSeconds(15))
                        .text();
                assertThat(normalise(once)).as("seed %d: %s", seed, text).isEqualTo(once);
                taken++;
            } catch (CaptionsRefused refused) {
                assertThat(refused.errors()).as("seed %d", seed).hasSizeBetween(1, 20);
            }
        }
        assertThat(taken).as("seed %d", seed).isGreaterThan(500);
    }

    private static final List<String> SETTINGS = List.of(
            "line:0", "line:5%,end", "align:middle", "align:left", "size:50%", "vertical:rl", "region:x", "a:b");

    private static final List<String> PIECES = List.of(
            "a",
            "字",
            " ",
            "\t",
            "\n",
            "<b>",
            "</b>",
            "<i>",
            "</i>",
            "<u>",
            "</u>",
            "<v A>",
            "<v.x B &lt; C>",
            "</v>",
            "<c.red>",
            "</c>",
            "<font size=1>",
            "<",
            ">",
            "&",
            "&amp;",
            "&lt;",
            "&nbsp;",
            "&#65;",
            "&#x0;",
            "{\\an8}",
            "{\\an",
            "}",
            "{{\\b1}\\b0}",
            "\u0000",
            "\u200E",
            "\u2028",
            "\u3000",
            "\u0085",
            "<00:01.000>",
            "<b",
            "NOTE x",
            "STYLE",
            "😀",
            "\u000B",
            "-->",
            "<V\nmany  words>");

    private static String some(Random random, List<String> pieces, int most, String between) {
        var text = new StringBuilder();
        for (var count = random.nextInt(most + 1); count > 0; count--) {
            text.append(pieces.get(random.nextInt(pieces.size()))).append(between);
        }
        return text.toString();
    }

    private static String normalise(String text) {
        return WebVtt.normalise(utf8(text), null).text();
    }

    private static List<FieldError> flaws(Supplier<@Nullable Object> attempt) {
        return catchThrowableOfType(CaptionsRefused.class, attempt::get).errors();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
