package academy.artisan.lms.search.query;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.search.Publisher;
import academy.artisan.lms.search.SearchApi;
import academy.artisan.lms.search.SearchTest;
import academy.artisan.lms.search.text.SearchText;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SearchTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CourseSearchIT {

    private static final String WELDING = "焊接机器人编程入门";

    private final SearchApi search;
    private final Publisher publisher;

    @Autowired
    CourseSearchIT(SearchApi search, Publisher publisher) {
        this.search = search;
        this.publisher = publisher;
    }

    @BeforeAll
    void publish() {
        publisher.publish(
                CourseId.next(),
                WELDING,
                "六轴机器人 <script>alert(1)</script> & 焊接机器人示教",
                Publisher.MANUFACTURING,
                "初级",
                "机器人",
                "焊接");
        publisher.publish("手工电弧焊基础", "初级", "焊接");
        publisher.publish("FANUC机器人维护", "中级", "机器人");
        publisher.publish("PLC编程基础", "初级", "自动化");
        publisher.publish("6轴机器人标定", "高级", "机器人");
        publisher.publish(CourseId.next(), "苏绣技法", "平针与乱针", "文化创意", "初级", "刺绣");
        // The first of all tests may be here before the index is
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(search.titles("/courses?q={q}", "苏绣")).containsExactly("苏绣技法"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "焊接机器人",
                "焊接机器人编程入门",
                "hanjiejiqiren",
                "HanJie JiQiRen",
                "hjjqr",
                "焊接机气人",
                "焊接机哭人",
                "hanjiejiqirne",
                "焊接機器人",
                "焊接jiqiren",
                "hj机器人",
                "ｈｊｊｑｒ",
                "电焊机器人",
            })
    void aCourseIsFoundFirstByCharactersPinyinInitialsAndInSpiteOfSlips(String typed) {
        assertThat(search.titles("/courses?q={q}", typed)).first().isEqualTo(WELDING);
    }

    @Test
    void mixedAndLatinTermsAreFound() {
        assertThat(search.titles("/courses?q={q}", "fanuc")).containsExactly("FANUC机器人维护");
        assertThat(search.titles("/courses?q={q}", "FANCU")).containsExactly("FANUC机器人维护");
        assertThat(search.titles("/courses?q={q}", "PLC编程")).first().isEqualTo("PLC编程基础");
        assertThat(search.titles("/courses?q={q}", "plcbc")).first().isEqualTo("PLC编程基础");
        assertThat(search.titles("/courses?q={q}", "6轴")).first().isEqualTo("6轴机器人标定");
    }

    @Test
    void whatIsMistypedIsSaidRightly() {
        assertThat(search.found("/courses?q={q}", "焊接机气人").<String>read("$.didYouMean"))
                .isEqualTo("焊接机器人");
        assertThat(search.found("/courses?q={q}", "焊接机器人").<String>read("$.didYouMean"))
                .isNull();
    }

    @Test
    void whereNothingFitsTheNearestIsShownAndSaidToBeThat() {
        var found = search.found("/courses?q={q}", "量子焊接望远镜制造史");

        assertThat(found.<Integer>read("$.total")).isZero();
        assertThat(found.<Boolean>read("$.nearest")).isTrue();
        assertThat(found.<List<String>>read("$.items[*].title")).anyMatch(title -> title.contains("焊"));
        assertThat(search.found("/courses?q={q}", "𠮷𠮷𠮷").<Boolean>read("$.nearest"))
                .isFalse();
    }

    @Test
    void whatIsPublishedIsFoundWithinTwoSeconds() {
        publisher.publish("激光切割工艺", "中级", "激光");

        await().atMost(Duration.ofSeconds(2))
                .until(() -> search.titles("/courses?q={q}", "jgqg").contains("激光切割工艺"));
    }

    @Test
    void aNewVersionTakesThePlaceOfTheOldOne() {
        var first = publisher.publish("砌筑工艺", "初级", "建筑");
        publisher.publish(first.courseId(), "砌筑工艺与质量", "新版", Publisher.MANUFACTURING, "初级", "建筑");
        await().until(() -> search.titles("/courses?q={q}", "砌筑").equals(List.of("砌筑工艺与质量")));

        assertThat(search.found("/courses?q={q}", "砌筑").<List<Integer>>read("$.items[*].version"))
                .containsExactly(2);
    }

    @Test
    void facetsCountWhatIsFound() {
        var all = search.found("/courses?q={q}&tag={tag}", "", "机器人");
        assertThat(all.<Integer>read("$.total")).isEqualTo(3);
        assertThat(all.<List<String>>read("$.facets.level[*].value")).containsExactlyInAnyOrder("初级", "中级", "高级");
        assertThat(all.<List<Integer>>read("$.facets.field[?(@.value == '智能制造与装备')].count"))
                .containsExactly(3);

        var advanced = search.found("/courses?tag={tag}&level={one}&level={other}", "机器人", "高级", "中级");
        assertThat(advanced.<Integer>read("$.total")).isEqualTo(2);
        assertThat(advanced.<List<Integer>>read("$.facets.tag[?(@.value == '机器人')].count"))
                .containsExactly(2);
        assertThat(search.titles("/courses?field={field}", "文化创意")).containsExactly("苏绣技法");
    }

    @Test
    void groupsLanguagesAndHoursAreFilteredAndCountedToo() {
        var group = Publisher.MANUFACTURING + "教研组";

        var found = search.found("/courses?tag={tag}&group={group}&maxHours=1", "机器人", group);
        assertThat(found.<Integer>read("$.total")).isEqualTo(3);
        assertThat(found.<List<Integer>>read("$.facets.group[?(@.value == '%s')].count".formatted(group)))
                .containsExactly(3);
        assertThat(found.<List<String>>read("$.facets.hours[*].value")).containsExactly("0-1");
        assertThat(search.titles("/courses?tag={tag}&minHours=1", "机器人")).isEmpty();
        assertThat(search.titles("/courses?tag={tag}&language=en", "机器人")).isEmpty();
        assertThat(search.titles("/courses?tag={tag}&group={group}", "机器人", "另一个教研组"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', RELEVANCE",
        "机器人, RELEVANCE",
        "机器人, NEWEST",
        "'', POPULAR",
        "'', SHORTEST",
        "机器人, LONGEST",
    })
    void pagesFollowEachOtherWithoutGapOrRepeat(String typed, String sort) {
        var whole = search.titles("/courses?q={q}&sort={sort}&limit=100", typed, sort);

        var paged = new ArrayList<String>();
        String next = null;
        do {
            var page = next == null
                    ? search.found("/courses?q={q}&sort={sort}&limit=2", typed, sort)
                    : search.found("/courses?q={q}&sort={sort}&limit=2&after={after}", typed, sort, next);
            paged.addAll(page.read("$.items[*].title"));
            next = page.read("$.next");
        } while (next != null);

        assertThat(paged).hasSizeGreaterThan(2).containsExactlyElementsOf(whole);
    }

    @Test
    void highlightsAreSafeHtml() {
        var found = search.found("/courses?q={q}", "焊接机器人");

        assertThat(found.<String>read("$.items[0].highlights.title[0]")).isEqualTo("<em>焊接机器人</em>编程入门");
        assertThat(found.<String>read("$.items[0].highlights.summary[0]"))
                .contains("<em>焊接机器人</em>", "&lt;script&gt;", "&amp;")
                .doesNotContain("<script>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"焊接机", "hanjieji", "hjj", "焊接ji"})
    void titlesAreSuggestedByTheirBeginning(String typed) {
        var found = search.found("/suggestions?q={q}", typed);

        assertThat(found.<List<String>>read("$.items[*].title")).containsExactly(WELDING);
        assertThat(found.<String>read("$.items[0].courseId")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"机器", "機器人", "jiqi", "jqr", "JQ"})
    void tagsAreSuggestedByTheirBeginning(String typed) {
        var found = search.found("/suggestions?q={q}", typed);

        assertThat(found.<List<String>>read("$.names[?(@.kind == 'TAG')].name")).containsExactly("机器人");
    }

    @ParameterizedTest
    @ValueSource(strings = {".*", "[a", "机器人|焊接", "\\", "~@&<>#", "(?", "\u0001TAG"})
    void nothingThatMeansSomethingInAPatternMeansSomethingHere(String typed) {
        assertThat(search.found("/suggestions?q={q}", typed).<List<String>>read("$.names[*].name"))
                .isEmpty();
    }

    @Test
    void titlesThatBeginLikeThatAreSuggestedFirst() {
        assertThat(search.titles("/suggestions?q={q}", "6")).first().isEqualTo("6轴机器人标定");
        assertThat(search.titles("/suggestions?q={q}&limit=1", "jiqi")).hasSize(1);
        assertThat(search.titles("/suggestions?q={q}", " ")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*:* OR title:[a TO b]) \" ~ \\ / ^ {!x}",
                "\u0000\u0001\u007f",
                "🔥👩‍🏭",
                "的",
                "' ; drop table course --",
                "<b>&amp;</b>",
                "\u202e\ufeff",
            })
    void nothingThatCanBeTypedBreaksIt(String typed) {
        assertThat(search.ask("/courses?q={q}", typed).getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(search.ask("/suggestions?q={q}", typed).getStatusCode()).isEqualTo(HttpStatus.OK);
    }

    @Test
    void badParametersAreRefusedByName() {
        assertThat(refused("/courses?q={q}", "焊".repeat(201))).contains("\"field\":\"q\"");
        assertThat(refused("/suggestions?q={q}", "焊".repeat(201))).contains("\"field\":\"q\"");
        assertThat(refused("/courses?after={after}", "nonsense")).contains("\"field\":\"after\"", "invalid-cursor");
        assertThat(refused("/courses?limit=0")).contains("\"field\":\"limit\"");
        assertThat(refused("/courses?limit=many")).contains("\"field\":\"limit\"");
        assertThat(refused("/courses?field={field}", "a\0")).contains("\"field\":\"field\"");
        assertThat(refused("/courses?sort=best")).contains("\"field\":\"sort\"", "one of [RELEVANCE");
        assertThat(refused("/courses?minHours=-1")).contains("\"field\":\"minHours\"");
        var cursor = search.found("/courses?limit=1").<String>read("$.next");
        assertThat(refused("/courses?q={q}&after={after}", "机器人", cursor)).contains("\"field\":\"after\"");
    }

    @Test
    void theLongestTextAllowedIsAnswered() {
        assertThat(search.ask("/courses?q={q}", "焊a".repeat(100)).getStatusCode())
                .isEqualTo(HttpStatus.OK);
        assertThat(search.ask("/suggestions?q={q}", "焊a".repeat(100)).getStatusCode())
                .isEqualTo(HttpStatus.OK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ufdfa", "\u3316", "\u2026", "电焊数控", "𠮷", "a "})
    void textsThatGrowWhenTheyAreReadAreAnsweredByTheIndexAsWell(String piece) {
        var typed = piece.repeat(SearchText.LONGEST / piece.length());

        assertThat(search.found("/courses?q={q}", typed).<Boolean>read("$.reduced"))
                .isFalse();
        assertThat(search.ask("/suggestions?q={q}", typed).getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(search.found("/courses?q={q}", "苏绣").<Boolean>read("$.reduced"))
                .isFalse();
    }

    @Test
    void strangersAreNotAnswered() {
        var answer = search.anonymous()
                .get()
                .uri("/api/v1/search/courses")
                .retrieve()
                .toBodilessEntity();

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    private String refused(String path, Object... parameters) {
        var answer = search.ask(path, parameters);
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        return String.valueOf(answer.getBody());
    }
}
