package academy.artisan.lms.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.support.Id;
import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Api;
import academy.artisan.lms.testing.RequestWork;
import academy.artisan.lms.testing.StackTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@StackTest
class AuditTrailIT {

    @Autowired
    ApplicationContext context;

    @Autowired
    AuditTrail trail;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RequestWork work;

    private Academy academy;
    private Api admin;
    private Thing thing;

    private record Thing(UUID value) implements Id {}

    @BeforeEach
    void takeAFreshThing() {
        academy = new Academy(context);
        admin = academy.admin();
        thing = new Thing(UUID.randomUUID());
    }

    @Test
    void tellsWhoDidWhatToWhatWithDetails() {
        var author = academy.author(0);
        record(Academy.idOf(author), "course-renamed", Subject.of("course", thing), Map.of("title", "焊接"));
        var entry = entries("").getFirst();
        assertThat(entry.path("personId").asString())
                .isEqualTo(Academy.idOf(author).toString());
        assertThat(entry.path("personName").asString()).isEqualTo("某人");
        assertThat(entry.path("action").asString()).isEqualTo("course-renamed");
        assertThat(entry.path("subjectKind").asString()).isEqualTo("course");
        assertThat(entry.at("/details/title").asString()).isEqualTo("焊接");
        assertThat(Instant.parse(entry.path("at").asString()))
                .isBetween(Instant.now().minusSeconds(60), Instant.now());
    }

    @Test
    void whatIsUndoneLeavesNoEntryAndNothingIsEnteredOutsideOfATransaction() {
        transaction.executeWithoutResult(status -> {
            trail.record(null, "course-renamed", Subject.of("course", thing), Map.of());
            status.setRollbackOnly();
        });
        assertThat(entries("")).isEmpty();
        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() -> trail.record(null, "course-renamed", Subject.of("course", thing), Map.of()));
    }

    @Test
    void anEntryIsNeverChangedNotEvenInTheDatabase() {
        record(null, "review-reminded", Subject.of("review", thing), Map.of());
        for (var statement :
                List.of("update audit.entry set action = 'x'", "delete from audit.entry", "truncate audit.entry")) {
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> jdbc.sql(statement).update())
                    .withMessageContaining("append-only");
        }
        assertThat(entries("").getFirst().path("personId").isNull()).isTrue();
    }

    @Test
    void pagesShowEveryEntryOnceNewestFirst() {
        transaction.executeWithoutResult(ignored -> IntStream.range(0, 7)
                .forEach(number ->
                        trail.record(null, "thing-done", Subject.of("thing", thing), Map.of("number", number))));
        List<Integer> seen = new ArrayList<>();
        var after = "";
        do {
            var page = admin.get("/api/v1/audit?limit=3&subjectId=" + thing.value() + after)
                    .expect(200);
            page.path("items")
                    .forEach(entry -> seen.add(entry.at("/details/number").asInt()));
            after = page.path("next").isString() ? "&after=" + page.path("next").asString() : "";
        } while (!after.isEmpty());
        assertThat(seen).containsExactly(6, 5, 4, 3, 2, 1, 0);
    }

    @Test
    void everyFilterLeavesOutWhatIsNotAskedFor() {
        var person = Academy.idOf(academy.author(0));
        record(person, "thing-done", Subject.of("thing", thing, academy.group(0)), Map.of());
        record(null, "thing-undone", Subject.of("other-thing", thing, academy.group(1)), Map.of());
        assertThat(entries("")).hasSize(2);
        for (var filter : List.of(
                "&action=thing-done", "&subjectKind=thing", "&personId=" + person, "&groupId=" + academy.group(0))) {
            assertThat(entries(filter))
                    .as(filter)
                    .singleElement()
                    .satisfies(
                            entry -> assertThat(entry.path("action").asString()).isEqualTo("thing-done"));
        }
        assertThat(entries("&from=2020-01-01T00:00:00Z")).hasSize(2);
        assertThat(entries("&from=2020-01-01T00:00:00Z&to=2020-01-02T00:00:00Z"))
                .isEmpty();
    }

    @Test
    void leadsReadWhatWasDoneInTheirGroupOnly() {
        record(null, "thing-done", Subject.of("thing", thing, academy.group(3)), Map.of());
        record(null, "thing-done", Subject.of("thing", thing, academy.group(4)), Map.of());
        var lead = academy.reviewer(3);
        var path = "/api/v1/groups/%s/audit?subjectId=" + thing.value();
        assertThat(lead.get(path.formatted(academy.group(3)))
                        .expect(200)
                        .path("items")
                        .size())
                .isEqualTo(1);
        lead.get(path.formatted(academy.group(4))).expectProblem(403, "not-allowed");
        academy.author(3).get(path.formatted(academy.group(3))).expectProblem(403, "not-allowed");
        admin.get(path.formatted(UUID.randomUUID())).expectProblem(404, "not-found");
        lead.get("/api/v1/audit").expectProblem(403, "not-allowed");
        academy.nobody().get("/api/v1/audit").expectProblem(401, "log-in-required");
    }

    @ParameterizedTest
    @CsvSource({
        "action=DROP%20TABLE,400,action",
        "action=a%00b,400,action",
        "subjectKind=No,400,subjectKind",
        "subjectId=1,400,subjectId",
        "from=yesterday,400,from",
        "from=%2B1000000000-01-01T00:00:00Z,422,from",
        "from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z,422,to",
        "after=nonsense,422,after",
        "after=9999999999999999999_0,422,after",
        "limit=0,400,limit",
        "limit=201,400,limit"
    })
    void aQuestionThatMakesNoSenseIsNamed(String query, int status, String field) {
        var problem = admin.get("/api/v1/audit?" + query).expect(status);
        assertThat(problem.at("/errors/0/field").asString()).isEqualTo(field);
    }

    @Test
    void aPageCostsTheSameHoweverMuchItShows() {
        transaction.executeWithoutResult(ignored -> IntStream.range(0, 100).forEach(number -> {
            var by = Academy.idOf(admin);
            trail.record(by, "thing-done", Subject.of("thing", thing), Map.of());
        }));
        work.reset();
        assertThat(entries("&limit=100")).hasSize(100);
        assertThat(work.counted().sqlStatements()).isLessThanOrEqualTo(3);
    }

    private void record(@Nullable PersonId by, String action, Subject subject, Map<String, ?> details) {
        transaction.executeWithoutResult(ignored -> trail.record(by, action, subject, details));
    }

    private List<JsonNode> entries(String filter) {
        var items = admin.get("/api/v1/audit?subjectId=" + thing.value() + filter)
                .expect(200)
                .path("items");
        return items.valueStream().toList();
    }
}
