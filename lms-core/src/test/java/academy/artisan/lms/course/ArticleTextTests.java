package academy.artisan.lms.course;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class ArticleTextTests {

    private static final String ATTRIBUTE = "(alt|title)=\"[^\"<>]*\"|start=\"\\d+\"|align=\"(left|center|right)\""
            + "|class=\"language-[^\"]+\"|rel=\"nofollow noopener noreferrer\""
            + "|(href|src)=\"(?:(?i:https?:|mailto:)[^\"<>]*|[^:\"<>]*|[^:\"<>]*[/?#][^\"<>]*)\"";
    private static final Pattern HARMLESS_TAG = Pattern.compile(
            "</?(h[1-6]|p|br|hr|blockquote|pre|code|strong|b|em|i|u|del|s|mark|kbd|sub|sup|ul|ol|li|a|img|table"
                    + "|thead|tbody|tr|th|td)( (" + ATTRIBUTE + "))*( /)?>");

    /** Nothing that looks like the start of a tag but the harmless ones. */
    private static void assertHarmless(String html) {
        assertThat(HARMLESS_TAG.matcher(html).replaceAll("")).doesNotContain("<");
    }

    /** What Markdown does with a text, and after {@code =>} the part that has to be named. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script> => script",
                "<SCRIPT SRC=//evil.example/x.js></SCRIPT> => script",
                "a <script>alert(1)</script> b => script",
                "<scr<script>ipt>alert(1)</script> => script",
                "<svg onload=alert(1)> => svg",
                "<svg><script>alert(1)</script></svg> => svg",
                "<svg><animate onbegin=alert(1) attributeName=x dur=1s> => svg",
                "<math><mi xlink:href=\"javascript:alert(1)\">x</mi></math> => math",
                "<img src=x onerror=alert(1)> => img onerror",
                "<IMG SRC=x OnErRoR=alert(1)> => img onerror",
                "<img src=\"x\" onerror = \"alert(1)\"> => img onerror",
                "<img src=\"javascript:alert(1)\"> => img src javascript:",
                "<img src=\"data:image/svg+xml;base64,PHN2Zz4=\"> => img src data:",
                "<img src=x srcset=\"//evil.example/x 1x\"> => img srcset",
                "<img src=x style=\"position:fixed\"> => img style",
                "<img src=x id=\"lesson\"> => img id",
                "<a href=\"javascript:alert(1)\">x</a> => a href javascript:",
                "<a href=\"JaVaScRiPt:alert(1)\">x</a> => a href javascript:",
                "<a href=\" javascript:alert(1)\">x</a> => a href javascript:",
                "<a href=\"java&#10;script:alert(1)\">x</a> => a href javascript:",
                "<a href=\"java&#9;script:alert(1)\">x</a> => a href javascript:",
                "<a href=\"&#1;javascript:alert(1)\">x</a> => a href javascript:",
                "<a href=\"javascript&#58;alert(1)\">x</a> => a href javascript:",
                "<a href=\"&#106;avascript:alert(1)\">x</a> => a href javascript:",
                "<a href=\"vbscript:msgbox(1)\">x</a> => a href vbscript:",
                "<a href=\"data:text/html,<script>alert(1)</script>\">x</a> => a href data:",
                "<a href=\"/x\" onclick=\"alert(1)\">x</a> => a onclick",
                "<a href=\"/x\" target=\"_blank\">x</a> => a target",
                "<p onmouseover=alert(1)>x</p> => p onmouseover",
                "<b style=\"background:url(javascript:alert(1))\">x</b> => b style",
                "<table background=\"javascript:alert(1)\"><tr><td>x</td></tr></table> => table background",
                "[x](javascript:alert(1)) => a href javascript:",
                "[x](JAVASCRIPT:alert(1)) => a href javascript:",
                "[x](<javascript:alert(1)>) => a href javascript:",
                "[x](javascript&colon;alert(1)) => a href javascript:",
                "[x](&#106;avascript:alert(1)) => a href javascript:",
                "[x](data:text/html;base64,PHNjcmlwdD4=) => a href data:",
                "[x](vbscript:msgbox(1)) => a href vbscript:",
                "[x](file:///etc/passwd) => a href file:",
                "![x](javascript:alert(1)) => img src javascript:",
                "![x](data:image/png;base64,AAAA) => img src data:",
                "[x][1]\n\n[1]: javascript:alert(1) => a href javascript:",
                "![x][1]\n\n[1]: data:text/html,x => img src data:",
                "<javascript:alert(1)> => a href javascript:",
                "<data:text/html,x> => a href data:",
                "<style>@import '//evil.example/x.css';</style> => style",
                "<link rel=stylesheet href=//evil.example/x.css> => link",
                "<iframe src=//evil.example></iframe> => iframe",
                "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe> => iframe",
                "<object data=//evil.example/x.swf></object> => object",
                "<embed src=//evil.example/x.swf> => embed",
                "<meta http-equiv=refresh content=\"0;url=//evil.example\"> => meta",
                "<base href=//evil.example/> => base",
                "<form action=//evil.example><input name=password></form> => form",
                "<button formaction=\"javascript:alert(1)\">x</button> => button",
                "<video src=x onerror=alert(1)></video> => video",
                "<audio src=x onerror=alert(1)></audio> => audio",
                "<body onload=alert(1)> => body",
                "<details open ontoggle=alert(1)> => details",
                "<marquee onstart=alert(1)> => marquee",
                "<template><script>alert(1)</script></template> => template",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript> => noscript",
                "<textarea></textarea><script>alert(1)</script> => textarea",
                "<x onclick=alert(1)>x</x> => x",
                "* <script>alert(1)</script> => script",
                "> <iframe src=x></iframe> => iframe",
                "# <img src=x onerror=alert(1)> => img onerror",
                "| a |\n|---|\n| <img src=x onerror=alert(1)> | => img onerror"
            })
    void whatCouldDoHarmIsLeftOutAndNamed(String vector) {
        var both = vector.split(" => ", 2);
        assertHarmless(ArticleText.toHtml(both[0]));
        assertThat(ArticleText.unsafeParts(both[0])).contains(both[1]);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain 文字 & more < less > \"quoted\" 'too'",
                "# one\n\n###### six\n\nsetext\n===",
                "*a* **b** ~~c~~ `d` ***e***",
                "* a\n* b\n  1. c\n  2. d\n\n7. seven",
                "| 左 | 中 | 右 |\n|:--|:-:|--:|\n| 1 | 2 | 3 |",
                "> quoted\n> > twice",
                "[web](https://example.org/a?b=c&d=e#f \"title\") [mail](mailto:a@example.org) [own](/portal/x) [here](#top) [up](../x:y)",
                "[empty]() <https://example.org> https://example.org/plain a@example.org",
                "![picture](https://example.org/a.png \"title\") ![own](/files/1) ![](x.png)",
                "[ref][1]\n\n[1]: https://example.org",
                "```html\n<script>alert(1)</script>\n<img src=x onerror=alert(1)>\n```",
                "```c++\nint main() {}\n```",
                "```{.梯形图}\n--| |--\n```",
                "    <script>indented code</script>",
                "`<script>` and `javascript:alert(1)` as code, javascript:alert(1) as text",
                "line  \nbreak\n\n---\n\n***",
                "H<sub>2</sub>O m<sup>2</sup> <b>bold</b> <br>",
                "a < b and c > d, 1<2, \\<script>"
            })
    void whatAuthorsWriteIsClean(String markdown) {
        assertThat(ArticleText.unsafeParts(markdown)).isEmpty();
        assertHarmless(ArticleText.toHtml(markdown));
    }

    /** The sanitiser takes the second of these for text, and so do browsers then. */
    @Test
    void entitiesThatNobodyEndedMakeNoScheme() {
        assertThat(ArticleText.toHtml("<a href=\"&#x6A&#x61vascript:alert(1)\">x</a>"))
                .contains("href=\"j&amp;#x61vascript:");
    }

    @Test
    void markdownBecomesHtml() {
        var html = ArticleText.toHtml("# 标题\n\n一 **二** ~~三~~\n\n| a |\n|:-:|\n| b |\n\n```java\nint i;\n```\n");
        assertThat(html)
                .contains("<h1>标题</h1>", "<strong>二</strong>", "<del>三</del>", "<th align=\"center\">a</th>")
                .contains("<pre><code class=\"language-java\">int i;");
    }

    @Test
    void codeSamplesShowWhatTheyShow() {
        assertThat(ArticleText.toHtml("```\n<script>alert(1)</script>\n```"))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    }

    @Test
    void linksTellNobodyWhereTheyComeFrom() {
        assertThat(ArticleText.toHtml("[x](https://example.org)"))
                .contains("href=\"https://example.org\"", "rel=\"nofollow noopener noreferrer\"");
    }

    @ParameterizedTest
    @CsvSource({
        ">,''",
        "[,''",
        "*,''",
        "**a ,''",
        "*a **b ,''",
        "![,](x)",
        "`,''",
        "<b>,</b>",
        "<a,''",
        "- ,''",
        "_a,_",
        "[a](,''",
        "&,''",
        "|,''",
        "<!--,''",
        "~~a ,''",
        "(https://a ,''"
    })
    void nestingHasABound(String open, String close) {
        var deep = open.repeat(10_000) + "x" + (close == null ? "" : close.repeat(10_000));
        var html = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            ArticleText.unsafeParts(deep);
            return ArticleText.toHtml(deep);
        });
        assertHarmless(html);
        assertThat(html.length()).isLessThan(30 * deep.length() + 10_000);
    }

    @Test
    void longArticleIsFast() {
        for (var line : List.of("一段 **文字** 和 [链接](https://example.org)。\n\n", "| a | b |\n", "字", "* a\n", "a\n")) {
            var article = "| a | b |\n|---|---|\n".repeat(1) + line.repeat(100_000 / line.length());
            var html = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> ArticleText.toHtml(article));
            assertHarmless(html);
        }
    }
}
