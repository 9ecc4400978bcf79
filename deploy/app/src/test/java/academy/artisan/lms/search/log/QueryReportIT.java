package academy.artisan.lms.search.log;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.identity.Role;
import academy.artisan.lms.testing.Api;
import academy.artisan.lms.testing.RequestWork;
import academy.artisan.lms.testing.RequestWork.Counted;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What groups are told of what was searched for. */
class QueryReportIT extends LoggedQueries {

    @Autowired
    QueryLog log;

    @Autowired
    LogWriter writer;

    @Autowired
    RequestWork work;

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

    private void add(String query, int searches, int hits, int daysAgo) {
        var at = Instant.now().minus(Duration.ofDays(daysAgo));
        addAll(searches, new LoggedSearch(SearchId.next(), at, query, Map.of("field", List.of(field)), hits, false));
    }
}
