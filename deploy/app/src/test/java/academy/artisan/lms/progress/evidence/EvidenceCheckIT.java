package academy.artisan.lms.progress.evidence;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Academy.Watching;
import academy.artisan.lms.testing.Api;
import academy.artisan.lms.testing.ProofRows;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Tables are changed behind the application's back, and it is named. */
@StackTest
class EvidenceCheckIT {

    private static final String CHECKS = "/api/v1/progress/evidence-checks";
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Instant MORNING =
            DAY.atTime(9, 0).atZone(ZoneId.of("Asia/Shanghai")).toInstant();

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EvidenceChecks checks;

    @Autowired
    Retention retention;

    private Academy academy;
    private Api admin;
    private Api learner;
    private String courseId;
    private Watching watching;
    private ProofRows rows;

    @BeforeEach
    void openLesson() {
        academy = new Academy(context);
        admin = academy.admin();
        learner = academy.learner(academy.employer("单位"));
        courseId = academy.published("有据", Academy.textOf(300));
        watching = academy.watch(learner, courseId);
        rows = new ProofRows(
                jdbc, Academy.idOf(learner).value(), UUID.fromString(watching.enrolmentId()), UUID.randomUUID());
    }

    @Test
    void whatWasReallyWatchedIsProved() {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(300))
                .until(() -> watching.beat(1, 0, 60)
                                .expect(200)
                                .path("coveredSeconds")
                                .asInt()
                        >= 2);
        var check = await().atMost(Duration.ofSeconds(10))
                .until(this::check, done -> done.at("/totals/coveredSeconds").asInt() >= 2);
        assertThat(check.at("/totals/provedSeconds")).isEqualTo(check.at("/totals/coveredSeconds"));
        assertThat(check.path("differences")).isEmpty();
        assertThat(check.path("endedAt").asString()).isNotBlank();
    }

    @Test
    void coverageThatNobodyWasCreditedIsNamedToTheSecond() {
        var playback = rows.sound(100, MORNING, DAY);
        assertThat(check().path("differences")).isEmpty();
        rows.stretch(playback, 150, 160, MORNING.plusSeconds(200), Duration.ofSeconds(10));
        sql("delete from progress.credited_stretch where from_second = 0 and playback_id = ?", playback);
        sql("update progress.lesson_progress set covered_seconds = 2700 where lesson_id = ?", rows.lesson());
        var check = check();
        assertThat(kinds(check))
                .containsExactlyInAnyOrder("COVERAGE_NOT_PROVED", "PROOF_NOT_COVERED", "COUNT_WRONG", "DAYS_DIFFER");
        var missing = named(check, "COVERAGE_NOT_PROVED");
        assertThat(missing.path("seconds").toString()).isEqualTo("[{\"from\":0,\"to\":100}]");
        assertThat(missing.path("recorded").asInt()).isEqualTo(100);
        assertThat(missing.path("proved").asInt()).isZero();
        assertThat(named(check, "PROOF_NOT_COVERED").path("seconds").toString())
                .isEqualTo("[{\"from\":150,\"to\":160}]");
        assertThat(named(check, "COUNT_WRONG").path("recorded").asInt()).isEqualTo(2700);
        var days = named(check, "DAYS_DIFFER");
        assertThat(days.path("firstDay").asString()).isEqualTo(DAY.toString());
        assertThat(days.path("recorded").asInt()).isEqualTo(100);
        assertThat(days.path("proved").asInt()).isEqualTo(10);
        assertThat(check.path("differenceCount").asInt()).isEqualTo(4);
        assertThat(one("select covered_seconds from progress.lesson_progress where lesson_id = ?", rows.lesson()))
                .as("nothing is repaired")
                .isEqualTo(2700);
    }

    @Test
    void whatWasCreditedTwiceOrFasterThanTimeIsNamed() {
        rows.sound(100, MORNING, DAY);
        var twice = rows.playback(MORNING.plusSeconds(300), 2);
        rows.stretch(twice, 50, 90, MORNING.plusSeconds(300), Duration.ofSeconds(15));
        rows.day(DAY, 140);
        var within = check();
        assertThat(kinds(within)).containsExactly("CREDITED_TWICE");
        assertThat(named(within, "CREDITED_TWICE").path("recorded").asInt()).isEqualTo(140);

        sql("update progress.playback set policy = '{\"maxRate\": 1}' where playback_id = ?", twice);
        var tooFast = named(check(), "FASTER_THAN_TIME");
        assertThat(tooFast.path("playbackId").asString()).isEqualTo(twice.toString());
        assertThat(tooFast.path("recorded").asInt()).isEqualTo(40);
        assertThat(tooFast.path("proved").asInt()).isEqualTo(25);

        sql("update progress.playback set most_rate = 2 where playback_id = ?", twice);
        assertThat(kinds(check()))
                .as("before it was renewed, it was allowed more")
                .doesNotContain("FASTER_THAN_TIME");
    }

    @Test
    void daysThatAStretchJoinsAreAddedUpTogether() {
        var night = DAY.atTime(23, 59).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
        var playback = rows.playback(night, 1);
        rows.stretch(playback, 0, 90, night, Duration.ofMinutes(2));
        rows.coverage("{[0,90)}", night);
        rows.day(DAY, 30);
        rows.day(DAY.plusDays(1), 60);
        rows.day(DAY.plusDays(2), 5);
        var check = check();
        assertThat(kinds(check)).containsExactly("DAYS_DIFFER");
        assertThat(named(check, "DAYS_DIFFER").path("firstDay").asString())
                .isEqualTo(DAY.plusDays(2).toString());
    }

    @Test
    void progressFromBeforeEvidenceWasKeptIsToldApart() {
        rows.coverage("{[0,300)}", MORNING);
        assertThat(kinds(check())).containsExactly("COVERAGE_NOT_PROVED");
        jdbc.sql("insert into progress.unproved_coverage values (:enrolment, :lesson, 'BEFORE_EVIDENCE', '{[0,290)}')")
                .param("enrolment", rows.enrolment())
                .param("lesson", rows.lesson())
                .update();
        var check = check();
        assertThat(named(check, "COVERAGE_NOT_PROVED").path("seconds").toString())
                .isEqualTo("[{\"from\":290,\"to\":300}]");
        assertThat(check.at("/totals/beforeEvidenceSeconds").asInt()).isEqualTo(290);
    }

    @Test
    void oldEvidenceIsLetGoAndTheCheckKnowsIt() {
        var now = Instant.now();
        var longAgo = now.minus(Duration.ofDays(11 * 366));
        var old = rows.playback(longAgo, 1);
        rows.stretch(old, 0, 40, longAgo, Duration.ofSeconds(60));
        rows.refusal(old, longAgo);
        rows.presenceCheck(old, longAgo);
        rows.day(LocalDate.ofInstant(longAgo, ZoneId.of("Asia/Shanghai")), 40);
        var wentOn = rows.playback(longAgo, 1);
        rows.stretch(wentOn, 40, 50, now.minus(Duration.ofDays(900)), Duration.ofSeconds(60));
        rows.refusal(wentOn, now.minus(Duration.ofDays(900)));
        var recent = rows.playback(now.minus(Duration.ofDays(30)), 1);
        rows.stretch(recent, 50, 70, now.minus(Duration.ofDays(30)), Duration.ofSeconds(60));
        rows.refusal(recent, now.minus(Duration.ofDays(30)));
        rows.coverage("{[0,70)}", now);
        retention.removeOld();
        retention.removeOld();
        assertThat(counts(old)).isEqualTo(List.of(0L, 0L, 0L, 0L));
        assertThat(counts(wentOn)).isEqualTo(List.of(1L, 1L, 0L, 0L));
        assertThat(counts(recent)).isEqualTo(List.of(1L, 1L, 1L, 0L));
        var check = check();
        assertThat(check.at("/totals/retiredSeconds").asInt()).isEqualTo(40);
        assertThat(check.at("/totals/provedSeconds").asInt()).isEqualTo(30);
        assertThat(kinds(check)).as("only the days of these rows are missing").containsOnly("DAYS_DIFFER");
        assertThat(check.at("/differences/0/firstDay").asString()).isGreaterThan("2020");
    }

    @Test
    void aWholeCourseIsCheckedByAJobAndEverythingEveryNight() {
        rows.coverage("{[0,7)}", MORNING);
        var asked = admin.post(CHECKS, Map.of("courseId", courseId)).expect(201);
        var done = await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> admin.get(CHECKS + "/" + asked.path("checkId").asString())
                                .expect(200),
                        check -> check.hasNonNull("endedAt"));
        assertThat(done.at("/totals/enrolments").asInt()).isEqualTo(1);
        assertThat(kinds(done)).containsExactly("COVERAGE_NOT_PROVED");

        checks.runOfEverything();
        var nightly = admin.get(CHECKS + "?limit=1").expect(200);
        assertThat(nightly.at("/items/0").hasNonNull("askedBy")).isFalse();
        assertThat(nightly.at("/items/0/differenceCount").asInt()).isGreaterThanOrEqualTo(1);
        assertThat(admin.get(CHECKS + "?limit=1&after=" + nightly.path("next").asString())
                        .expect(200)
                        .path("items"))
                .hasSize(1);
    }

    @Test
    void aCheckThatFailsHasEndedAndSaysWhyUntilItIsDoneAfterAll() {
        var playback = rows.sound(100, MORNING, DAY);
        sql("update progress.playback set policy = '{\"maxRate\": \"much\"}' where playback_id = ?", playback);
        admin.post(CHECKS, Map.of("enrolmentId", watching.enrolmentId())).expectProblem(500, "internal-error");
        var failed = admin.get(CHECKS + "?limit=1").expect(200).at("/items/0");
        assertThat(failed.hasNonNull("endedAt")).isTrue();
        assertThat(failed.path("failure").asString()).contains("much");
        sql("update progress.playback set policy = '{\"maxRate\": 1}' where playback_id = ?", playback);
        checks.run(EvidenceCheckId.of(failed.path("checkId").asString()));
        assertThat(named(failed.path("checkId").asString()).hasNonNull("failure"))
                .isFalse();
    }

    @Test
    void aCheckWhoseNodeDiedHasFailedAndOneThatWaitsHasNot() {
        var insert = "insert into progress.evidence_check (check_id, asked_at, alive_at) values (?, now(), %s)";
        var lost = EvidenceCheckId.next();
        var waiting = EvidenceCheckId.next();
        sql(insert.formatted("now() - interval '20 minutes'"), lost.value());
        sql(insert.formatted("null"), waiting.value());
        checks.endLost();
        assertThat(named(lost.toString()).path("failure").asString()).contains("Interrupted");
        assertThat(named(lost.toString()).hasNonNull("endedAt")).isTrue();
        assertThat(named(waiting.toString()).hasNonNull("endedAt")).isFalse();
    }

    @Test
    void checksAreKeptForAYear() {
        var insert = "insert into progress.evidence_check (check_id, asked_at) values (?, now())";
        var old = Retention.firstIdOf(Instant.now().minus(Duration.ofDays(367)));
        var recent = Retention.firstIdOf(Instant.now().minus(Duration.ofDays(360)));
        sql(insert, old);
        sql(
                "insert into progress.evidence_difference (check_id, number, kind, recorded, proved)"
                        + " values (?, 1, 'COUNT_WRONG', 1, 0)",
                old);
        sql(insert, recent);
        retention.removeOld();
        admin.get(CHECKS + "/" + old).expectProblem(404, "not-found");
        admin.get(CHECKS + "/" + recent).expect(200);
    }

    private JsonNode named(String checkId) {
        return admin.get(CHECKS + "/" + checkId).expect(200);
    }

    @Test
    void onlyAdministratorsAskAndOnlyForWhatThereIs() {
        var body = Map.of("enrolmentId", watching.enrolmentId());
        for (var other : List.of(learner, academy.author(0))) {
            other.post(CHECKS, body).expectProblem(403, "not-allowed");
            other.get(CHECKS).expectProblem(403, "not-allowed");
        }
        admin.post(CHECKS, Map.of("enrolmentId", UUID.randomUUID().toString())).expectProblem(404, "not-found");
        admin.post(CHECKS, Map.of("courseId", UUID.randomUUID().toString())).expectProblem(404, "not-found");
        admin.get(CHECKS + "/" + UUID.randomUUID()).expectProblem(404, "not-found");
        var both = admin.post(CHECKS, Map.of("enrolmentId", watching.enrolmentId(), "courseId", courseId))
                .expectProblem(422, "invalid-fields");
        assertThat(both.at("/errors/0/field").asString()).isEqualTo("courseId");
    }

    private JsonNode check() {
        return admin.post(CHECKS, Map.of("enrolmentId", watching.enrolmentId())).expect(201);
    }

    private static List<String> kinds(JsonNode check) {
        return check.path("differences")
                .valueStream()
                .map(difference -> difference.path("kind").asString())
                .toList();
    }

    private static JsonNode named(JsonNode check, String kind) {
        return check.path("differences")
                .valueStream()
                .filter(difference -> difference.path("kind").asString().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    /** Of a playback: itself, its stretches, refusals and presence checks. */
    private List<Object> counts(UUID playback) {
        return List.of("playback", "credited_stretch", "refusal", "presence_check").stream()
                .map(table -> one("select count(*) from progress.%s where playback_id = ?".formatted(table), playback))
                .toList();
    }

    private Object one(String sql, UUID id) {
        return jdbc.sql(sql).param(id).query().singleValue();
    }

    private void sql(String sql, UUID id) {
        jdbc.sql(sql).param(id).update();
    }
}
