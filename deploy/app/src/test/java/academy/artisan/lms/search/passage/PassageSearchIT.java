package academy.artisan.lms.search.passage;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import academy.artisan.lms.course.Publishing;
import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Api;
import academy.artisan.lms.testing.RequestWork;
import academy.artisan.lms.testing.RequestWork.Counted;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What is said and written in a course, found by whoever may open it. */
@StackTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PassageSearchIT {

    private static final String CAPTIONS = """
            WEBVTT

            00:00:01.000 --> 00:00:04.000
            今天学习氩弧焊的引弧

            00:00:04.500 --> 00:00:08.000
            焊枪和工件成七十五度

            00:01:35.800 --> 00:01:39.000
            收弧时要填满弧坑 <i>A&amp;B</i> a &lt; b

            00:02:10.000 --> 00:02:13.000
            數控機床在旁邊
            """;

    private static final String ENGLISH = """
            WEBVTT

            00:00:04.500 --> 00:00:08.000
            Hold the torch at seventy five degrees
            """;

    private static final String ARTICLE =
            "# 劳保用品\n\n进入车间要戴**防护面罩**，见 https://example.org/mask 。\n\n| 型号 | 电流 |\n|---|---|\n| WSM-400 | 120A |\n";

    private static final int SOME = 5;

    private final Academy academy;
    private final Publishing publishing;
    private final RequestWork work;
    private final String token = Lecture.word();

    private Api learner;
    private Lecture lecture;

    @Autowired
    PassageSearchIT(ApplicationContext context, Publishing publishing, RequestWork work) {
        this.academy = new Academy(context);
        this.publishing = publishing;
        this.work = work;
    }

    @BeforeAll
    void publish() {
        learner = academy.learner(academy.employer("单位"));
        lecture = Lecture.draft(academy, "手工钨极氩弧焊");
        lecture.say("zh-Hans", CAPTIONS);
        lecture.say("en", ENGLISH);
        lecture.publish(publishing, academy, "手工钨极氩弧焊", ARTICLE);
        for (var number = 0; number < SOME; number++) {
            var other = Lecture.draft(academy, "其他");
            other.publish(publishing, academy, "其他", (token + " ").repeat(number + 1));
        }
        // The first of all tests may be here before the index is
        await().atMost(Duration.ofMinutes(1))
                .until(() -> find("引弧").path("total").asInt() == 1
                        && all(token).path("total").asInt() == SOME);
    }

    private Api.Answer ask(String query) {
        return learner.get("/api/v1/search/passages?" + query);
    }

    private JsonNode find(String text) {
        var answer = ask("courseId=%s&q=%s".formatted(lecture.courseId(), encoded(text)));
        return answer.status() == 503 ? answer.json() : answer.expect(200);
    }

    private JsonNode all(String text) {
        return ask("q=" + encoded(text)).expect(200);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "引弧, 1, <em>引弧</em>",
        "七十五度, 4, <em>七十五度</em>",
        "收弧 弧坑, 95, <em>弧坑</em>",
        "数控机床, 130, <em>數控機床</em>",
        "數控機床, 130, <em>數控機床</em>",
        "CNC, 130, <em>數控</em>",
        "seventy five, 4, <em>seventy</em> <em>five</em>",
    })
    void whatIsSaidIsFoundWithItsSecond(String typed, int second, String marked) {
        var passage = find(typed).at("/items/0/passages/0");
        assertThat(passage.path("atSeconds").asInt()).isEqualTo(second);
        assertThat(passage.path("highlight").asString()).contains(marked);
        assertThat(passage.path("kind").asString()).isEqualTo("VIDEO");
        assertThat(passage.path("lessonTitle").asString()).isEqualTo("平板对接");
    }

    @Test
    void whatIsWrittenIsFoundInItsLesson() {
        var found = find("防護面罩");
        assertThat(found.at("/items/0/title").asString()).isEqualTo("手工钨极氩弧焊");
        var passage = found.at("/items/0/passages/0");
        assertThat(passage.path("atSeconds").isNull()).isTrue();
        assertThat(passage.path("kind").asString()).isEqualTo("ARTICLE");
        assertThat(passage.path("text").asString()).isEqualTo("劳保用品 进入车间要戴防护面罩，见 。 型号 电流 WSM-400 120A");
        assertThat(find("WSM-400").path("total").asInt()).isEqualTo(1);
        assertThat(find("example").path("total").asInt()).isZero();
    }

    @Test
    void onlyTheMarksAreMarkup() {
        var passage = find("要填").at("/items/0/passages/0");
        assertThat(passage.path("text").asString()).isEqualTo("收弧时要填满弧坑 A&B a < b");
        assertThat(passage.path("highlight").asString()).isEqualTo("收弧时<em>要填</em>满弧坑 A&amp;B a &lt; b");
    }

    @Test
    void kindsAndLanguagesNarrowItDown() {
        assertThat(total("kind=VIDEO&q=" + encoded("面罩"))).isZero();
        assertThat(total("kind=ARTICLE&q=" + encoded("面罩"))).isEqualTo(1);
        assertThat(total("language=ZH&q=" + encoded("引弧"))).isEqualTo(1);
        assertThat(total("language=zh-Hans&q=" + encoded("引弧"))).isEqualTo(1);
        assertThat(total("language=z&q=" + encoded("引弧"))).isZero();
        assertThat(total("language=en&q=" + encoded("引弧"))).isZero();
        assertThat(total("language=en&q=torch")).isEqualTo(1);
    }

    private int total(String query) {
        return ask(query + "&courseId=" + lecture.courseId())
                .expect(200)
                .path("total")
                .asInt();
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepeat() {
        var whole = ids(all(token));
        assertThat(whole).hasSize(SOME).doesNotHaveDuplicates();
        var paged = new ArrayList<String>();
        var page = ask("limit=2&q=" + token).expect(200);
        paged.addAll(ids(page));
        while (page.path("next").isString()) {
            page = ask("limit=2&q=%s&after=%s"
                            .formatted(token, page.path("next").asString()))
                    .expect(200);
            assertThat(page.path("total").asInt()).isEqualTo(SOME);
            paged.addAll(ids(page));
        }
        assertThat(paged).isEqualTo(whole);
    }

    private static List<String> ids(JsonNode found) {
        return found.path("items")
                .valueStream()
                .map(item -> item.path("courseId").asString())
                .toList();
    }

    @Test
    void aSearchCostsNoStatementOfItsOwn() {
        work.reset();
        find("引弧");
        assertThat(work.counted()).as("the caller, the audience").isEqualTo(new Counted(2, 0));
    }

    @Test
    void badParametersAreRefusedByName() {
        for (var blank : List.of("", "q=", "q=%20%09", "q=%00%01")) {
            assertThat(refused(blank, "search-text-needed")).isEqualTo("q");
        }
        assertThat(refused("q=" + "a".repeat(201), "invalid-request")).isEqualTo("q");
        assertThat(refused("q=a&courseId=1", "invalid-request")).isEqualTo("courseId");
        assertThat(refused("q=a&kind=DOCUMENT", "invalid-request")).isEqualTo("kind");
        assertThat(refused("q=a&limit=101", "invalid-request")).isEqualTo("limit");
        assertThat(refused("q=a&language=" + "z".repeat(36), "invalid-request")).isEqualTo("language");
        assertThat(refused("q=a&after=nonsense", "invalid-cursor")).isEqualTo("after");
        academy.nobody().get("/api/v1/search/passages?q=a").expectProblem(401, "log-in-required");
    }

    private String refused(String query, String type) {
        return ask(query).expectProblem(400, type).at("/errors/0/field").asString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*:* OR text:[a TO b]) \" ~ \\ / ^ {!x}",
                "的",
                "🔥👩‍🏭",
                "\u202e\ufeff",
                "' ; drop table course --",
                "\ue000<em>\ue001",
                "𠮷",
                "\ufdfa\ufdfa\ufdfa",
            })
    void nothingThatCanBeTypedBreaksIt(String typed) {
        for (var text : List.of(typed, typed.repeat(200 / typed.length()))) {
            assertThat(ask("q=" + encoded(text)).status()).isIn(200, 400);
            assertThat(ask("q=a&language=" + encoded(typed)).status()).isIn(200, 400);
        }
    }
}
