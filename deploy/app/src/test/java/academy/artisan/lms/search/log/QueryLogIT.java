package academy.artisan.lms.search.log;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.identity.Role;
import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Api;
import academy.artisan.lms.testing.RequestWork;
import academy.artisan.lms.testing.RequestWork.Counted;
import academy.artisan.lms.testing.StackTest;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@StackTest
class QueryLogIT {

    @Autowired
    ApplicationContext context;

    @Autowired
    QueryLog log;

    @Autowired
    FilterValues known;

    @Autowired
    LogWriter writer;

    @Autowired
    LoggedSearches searches;

    @Autowired
    LogRetention retention;

    @Autowired
    PopularQueries popular;

    @Autowired
    RequestWork work;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private Academy academy;
    private Api learner;
    private Api author;

    /** Of this test alone, as its queries are. */
    private final String field = "领域" + letters();

    @BeforeEach
    void enter() {
        academy = new Academy(context);
        learner = academy.learner(academy.employer("单位"));
        author = academy.author(0);
        shelve(field, "everyone");
    }

    private void shelve(String ofField, String audience) {
        jdbc.sql("""
                insert into search.shelved_course (course_id, change, title, field, level, open, audience, line)
                select id, 1, '', :field, '', true, array[:audience],
                       jsonb_build_object('courseId', id, 'version', 1, 'title', '', 'summary', '', 'field', :field,
                           'level', '', 'tags', '[]'::jsonb, 'groupName', '', 'lessons', 0, 'durationSeconds', 0)
                from gen_random_uuid() id
                """).param("field", ofField).param("audience", audience).update();
        known.refresh();
    }

    @Test
    void aSearchIsLoggedToTheHourWithoutAnythingOfWhoMadeIt() {
        var query = letters();
        var searchId = search("q=%s&field=%s&limit=1".formatted(query.toUpperCase(Locale.ROOT), field));
        var row = await().atMost(Duration.ofSeconds(10))
                .until(
                        () -> jdbc.sql("select * from search.logged_search where query = :query")
                                .param("query", query)
                                .query()
                                .listOfRows(),
                        rows -> !rows.isEmpty())
                .getFirst();
        assertThat(row.keySet()).containsExactly("search_id", "asked_at", "query", "filters", "hits", "again");
        assertThat(row.get("search_id")).hasToString(searchId);
        assertThat(UUID.fromString(searchId).version()).as("drawn at random").isEqualTo(4);
        assertThat(row.get("filters")).hasToString("{\"field\": [\"%s\"]}".formatted(field));
        assertThat(row.get("asked_at")).isEqualTo(Timestamp.from(clock.instant().truncatedTo(ChronoUnit.HOURS)));
    }

    @Test
    void furtherPagesBrowsingAndWhatMayBePersonalAreNotLogged() {
        assertThat(answer("q=").path("searchId").isNull()).isTrue();
        assertThat(answer("q=13812345678").path("searchId").isNull()).isTrue();
        assertThat(answer("q=a%40b.cn").path("searchId").isNull()).isTrue();
        assertThat(answer("q=" + letters() + "&tag=13812345678")
                        .path("searchId")
                        .isNull())
                .isTrue();
        var title = letters();
        academy.published(title + "甲", "文");
        academy.published(title + "乙", "文");
        var first = await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> answer("limit=1&q=" + title),
                        page -> page.path("next").isString());
        assertThat(first.path("searchId").isString()).isTrue();
        assertThat(answer("limit=1&q=%s&after=%s"
                                .formatted(title, first.path("next").asString()))
                        .path("searchId")
                        .isNull())
                .isTrue();
    }

    @Test
    void aClickCountsOnceForASearchOfTheLastHours() {
        var courseId = academy.published("点击", "文");
        awaitShelved(courseId);
        var query = letters();
        var searchId = search("q=" + query);
        var path = "/api/v1/search/%s/clicks".formatted(searchId);
        learner.post(path, Map.of("courseId", courseId, "position", 3)).expect(204);
        learner.post(path, Map.of("courseId", courseId, "position", 1)).expect(204);
        assertThat(jdbc.sql("select clicks || '/' || position_sum from search.query_day where query = :query")
                        .param("query", query)
                        .query(String.class)
                        .list())
                .containsExactly("1/3");
        learner.post(
                        "/api/v1/search/%s/clicks".formatted(UUID.randomUUID()),
                        Map.of("courseId", courseId, "position", 1))
                .expectProblem(404, "not-found");
        learner.post(path, Map.of("courseId", UUID.randomUUID().toString(), "position", 1))
                .expectProblem(404, "not-found");
        learner.post(path, Map.of("courseId", courseId, "position", 0)).expectProblem(400, "invalid-request");
        learner.post(path, Map.of("courseId", courseId)).expectProblem(400, "invalid-request");
        assertThat(academy.nobody()
                        .post(path, Map.of("courseId", courseId, "position", 1))
                        .status())
                .isEqualTo(401);
        jdbc.sql("update search.logged_search set asked_at = asked_at - interval '2 hours' where search_id = :id")
                .param("id", UUID.fromString(searchId))
                .update();
        learner.post(path, Map.of("courseId", courseId, "position", 1)).expectProblem(404, "not-found");
    }

    @Test
    void aClickTellsNothingOfACourseThatIsClosedToWhoTells() {
        var courseId = academy.published("只给别处", "文");
        awaitShelved(courseId);
        var sharing = "/api/v1/courses/%s/sharing".formatted(courseId);
        author.header("If-Match", author.get(sharing).header("ETag"))
                .put(sharing, Map.of("everyone", false, "unitIds", List.of(academy.employer("别处"))))
                .expect(200);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> jdbc.sql(
                                "select not 'everyone' = any(audience) from search.shelved_course where course_id = :course")
                        .param("course", UUID.fromString(courseId))
                        .query(Boolean.class)
                        .single());
        var click = Map.of("courseId", courseId, "position", 1);
        learner.post("/api/v1/search/%s/clicks".formatted(search("q=" + letters())), click)
                .expectProblem(404, "not-found");
        author.post(
                        "/api/v1/search/%s/clicks"
                                .formatted(author.get("/api/v1/search/courses?q=" + letters())
                                        .expect(200)
                                        .path("searchId")
                                        .asString()),
                        click)
                .expect(204);
    }

    private void awaitShelved(String courseId) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> jdbc.sql("select exists (select from search.shelved_course where course_id = :course)")
                        .param("course", UUID.fromString(courseId))
                        .query(Boolean.class)
                        .single());
    }

    @Test
    void whatNoCourseHasIsNotLoggedThoughItWasAskedFor() {
        assertThat(answer("q=%s&field=%s".formatted(letters(), letters()))
                        .path("searchId")
                        .isNull())
                .isTrue();
        assertThat(answer("q=%s&field=%s&tag=%s".formatted(letters(), field, letters()))
                        .path("searchId")
                        .isNull())
                .isTrue();
        assertThat(answer("q=%s&level=%s".formatted(letters(), field))
                        .path("searchId")
                        .isNull())
                .as("of another filter")
                .isTrue();
        assertThat(answer("q=%s&field=%s".formatted(letters(), field))
                        .path("searchId")
                        .isString())
                .isTrue();
    }

    @Test
    void whetherASearchIsLoggedDoesNotTellWhatOnlyClosedCoursesHave() {
        var closed = letters();
        shelve(closed, "unit:" + UUID.randomUUID());
        assertThat(answer("q=%s&field=%s".formatted(letters(), closed))
                        .path("searchId")
                        .isNull())
                .isTrue();
    }

    @Test
    void onlyWhatEnoughPeopleAskedIsShown() {
        var often = letters();
        var seldom = letters();
        var byOne = letters();
        for (var i = 0; i < 5; i++) {
            log.note(PersonId.next(), often, Map.of("field", List.of(field)), 0);
            if (i < 4) {
                log.note(PersonId.next(), seldom, Map.of("field", List.of(field)), 0);
            }
        }
        var persistent = PersonId.next();
        for (var i = 0; i < 9; i++) {
            log.note(persistent, byOne, Map.of("field", List.of(field)), 0);
        }
        writer.write();
        assertThat(queries("WITHOUT_HIT")).containsExactly(often);
        assertThat(author.get("/api/v1/search/queries?state=POPULAR&limit=200")
                        .expect(200)
                        .toString())
                .contains(often)
                .doesNotContain(seldom, byOne);
    }

    @Test
    void groupsSeeWhatIsMissingAndWhatIsNotOpened() {
        add("找不到", 6, 0, 0);
        add("没人点", 7, 4, 0);
        add("常用的", 9, 12, 0);
        add("从前找不到", 5, 0, 3);
        add("从前找不到", 1, 2, 0);
        jdbc.sql("update search.query_day set clicks = 4, position_sum = 6 where query = :query and field = :field")
                .param("query", "常用的")
                .param("field", field)
                .update();

        assertThat(queries("WITHOUT_HIT")).containsExactly("找不到");
        assertThat(queries("WITHOUT_CLICK")).containsExactly("没人点", "从前找不到");
        assertThat(queries("POPULAR")).containsExactly("常用的", "没人点", "从前找不到", "找不到");
        work.reset();
        var first = report(author, "state=POPULAR&limit=1");
        assertThat(work.counted()).as("the caller, the queries").isEqualTo(new Counted(2, 0));
        assertThat(first.at("/items/0/searches").asInt()).isEqualTo(9);
        assertThat(first.path("items").get(0).propertyNames())
                .as("nothing of how many courses others may open")
                .containsExactlyInAnyOrder("query", "searches", "found", "clicks", "meanPosition", "lastAsked");
        assertThat(first.at("/items/0/found").asBoolean()).isTrue();
        assertThat(first.at("/items/0/meanPosition").asString()).isEqualTo("1.5");
        var second = report(
                author, "state=POPULAR&limit=1&after=" + first.path("next").asString());
        assertThat(second.at("/items/0/query").asString()).isEqualTo("没人点");
        assertThat(report(author, "state=POPULAR&from=2020-01-01&to=2020-12-31").path("items"))
                .isEmpty();
    }

    @Test
    void onlyThoseWhoWriteCoursesMayLook() {
        var path = "/api/v1/search/queries?state=POPULAR";
        for (var allowed : List.of(author, academy.reviewer(1), academy.admin())) {
            allowed.get(path).expect(200);
        }
        var employer = academy.employer("单位二");
        for (var other : List.of(learner, academy.hr(employer), academy.member(Role.REVIEWER, academy.group(0)))) {
            other.get(path).expectProblem(403, "not-allowed");
        }
        assertThat(academy.nobody().get(path).status()).isEqualTo(401);
        author.get("/api/v1/search/queries").expect(200);
        author.get("/api/v1/search/queries?state=LOST").expectProblem(400, "invalid-request");
        author.get(path + "&after=nonsense").expectProblem(422, "invalid-fields");
        author.get(path + "&from=2026-03-02&to=2026-03-01").expectProblem(422, "invalid-fields");
        author.get(path + "&from=2020-01-01&to=2026-03-01").expectProblem(422, "invalid-fields");
        author.get(path + "&limit=0").expectProblem(400, "invalid-request");
    }

    @Test
    void aSearchThatIsWrittenTwiceCountsOnce() {
        var search = logged(letters(), 1, Instant.now());
        searches.add(List.of(search));
        searches.add(List.of(search, logged(search.query(), 1, Instant.now())));
        assertThat(jdbc.sql("select searches from search.query_day where query = :query and field = ''")
                        .param("query", search.query())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void whatSomebodyFoundOnADayIsFoundWhoeverAskedLast() {
        var query = letters();
        for (var hits : List.of(0, 2, 0)) {
            searches.add(List.of(logged(query, hits, Instant.now())));
        }
        searches.add(List.of(logged(query, 3, Instant.now()), logged(query, 0, Instant.now())));
        assertThat(jdbc.sql("select hits from search.query_day where query = :query and field = ''")
                        .param("query", query)
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void whatWasKeptLongEnoughIsRemovedAndOnlyWhatManyAskedStaysCounted() {
        var rare = letters();
        var frequent = letters();
        var longAgo = Instant.now().minus(Duration.ofDays(402));
        searches.add(List.of(logged(rare, 1, longAgo)));
        searches.add(IntStream.range(0, 5)
                .mapToObj(i -> logged(frequent, 1, longAgo))
                .toList());
        var young = logged(rare, 1, Instant.now());
        searches.add(List.of(young));
        retention.removeOld();
        assertThat(jdbc.sql("select search_id from search.logged_search where query in (:rare, :frequent)")
                        .param("rare", rare)
                        .param("frequent", frequent)
                        .query(UUID.class)
                        .list())
                .containsExactly(young.searchId().value());
        assertThat(jdbc.sql(
                                "select query from search.query_day where query in (:rare, :frequent) and field = '' order by day")
                        .param("rare", rare)
                        .param("frequent", frequent)
                        .query(String.class)
                        .list())
                .containsExactly(frequent, rare);
    }

    @Test
    void whatManyFoundIsSuggestedByItsBeginning() {
        var mark = letters();
        addUnfiltered("焊接" + mark, 6, 2);
        addUnfiltered("焊接" + mark + "提高", 8, 2);
        addUnfiltered("焊接" + mark + "没有", 9, 0);
        addUnfiltered("焊接" + mark + "少见", 4, 2);
        popular.refresh();
        assertThat(popular.beginningWith("hanjie" + mark, 10)).containsExactly("焊接" + mark + "提高", "焊接" + mark);
        assertThat(popular.beginningWith("焊接" + mark, 1)).containsExactly("焊接" + mark + "提高");
        assertThat(popular.beginningWith("HJ" + mark + "tg", 10)).containsExactly("焊接" + mark + "提高");
        assertThat(popular.beginningWith(" ", 10)).isEmpty();
    }

    @Test
    void searchesGoOnWhereTheLogIsFullOrCannotBeWritten() {
        var nowhere = new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:9/none?connectTimeout=1");
        var meters = new SimpleMeterRegistry();
        var away = new LogWriter(
                new LoggedSearches(JdbcClient.create(nowhere), ZoneOffset.UTC),
                new LogProperties(Period.ofDays(1), 5, 2),
                meters);
        assertThat(away.offer(logged("一", 1, Instant.now()))).isTrue();
        away.write();
        assertThat(away.offer(logged("二", 1, Instant.now()))).isTrue();
        assertThat(away.offer(logged("三", 1, Instant.now()))).isTrue();
        assertThat(away.offer(logged("四", 1, Instant.now()))).isFalse();
        assertThat(meters.counter("lms.search.log.dropped").count()).isEqualTo(1);
    }

    private JsonNode answer(String parameters) {
        return learner.get("/api/v1/search/courses?" + parameters.replace(field, encoded()))
                .expect(200);
    }

    private String search(String parameters) {
        return answer(parameters).path("searchId").asString();
    }

    private JsonNode report(Api reader, String parameters) {
        return reader.get("/api/v1/search/queries?field=%s&%s".formatted(encoded(), parameters))
                .expect(200);
    }

    private List<String> queries(String state) {
        return report(author, "state=" + state)
                .path("items")
                .valueStream()
                .map(item -> item.path("query").asString())
                .toList();
    }

    private String encoded() {
        return URLEncoder.encode(field, StandardCharsets.UTF_8);
    }

    private void add(String query, int searches, int hits, int daysAgo) {
        var at = Instant.now().minus(Duration.ofDays(daysAgo));
        addAll(searches, new LoggedSearch(SearchId.next(), at, query, Map.of("field", List.of(field)), hits, false));
    }

    private void addUnfiltered(String query, int searches, int hits) {
        addAll(searches, logged(query, hits, Instant.now()));
    }

    private void addAll(int times, LoggedSearch like) {
        searches.add(IntStream.range(0, times)
                .mapToObj(i -> new LoggedSearch(
                        SearchId.next(), like.askedAt(), like.query(), like.filters(), like.hits(), false))
                .toList());
    }

    private static LoggedSearch logged(String query, int hits, Instant at) {
        return new LoggedSearch(SearchId.next(), at, query, Map.of(), hits, false);
    }

    private static String letters() {
        return UUID.randomUUID()
                .toString()
                .replace("-", "")
                .chars()
                .mapToObj(digit -> String.valueOf((char) ('g' + Character.digit(digit, 16))))
                .collect(Collectors.joining())
                .substring(0, 14);
    }
}
