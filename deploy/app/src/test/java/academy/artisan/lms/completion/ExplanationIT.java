package academy.artisan.lms.completion;

import java.time.Duration;
import java.time.Instant;
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

/** What learners and administrators are shown of the evidence. */
@StackTest
class ExplanationIT {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    private Academy academy;
    private Api learner;
    private Watching watching;
    private ProofRows rows;

    @BeforeEach
    void openLesson() {
        academy = new Academy(context);
        learner = academy.learner(academy.employer("单位"));
        watching = academy.watch(learner, academy.published("说明", Academy.textOf(60)));
        rows = new ProofRows(
                jdbc,
                Academy.idOf(learner).value(),
                UUID.fromString(watching.enrolmentId()),
                UUID.fromString(watching.lessonId()));
    }

    @Test
    void everyCreditedAndRefusedSecondCanBeTraced() {
        var credited = await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(300))
                .until(
                        () -> watching.beat(1, 0, 50)
                                .expect(200)
                                .path("coveredSeconds")
                                .asInt(),
                        seconds -> seconds >= 2);
        var lesson = await().atMost(Duration.ofSeconds(5))
                .until(
                        () -> explanation().at("/lessons/0"),
                        known -> known.path("coveredSeconds").asInt() == credited);
        assertThat(lesson.at("/proof/creditedSeconds").asInt()).isEqualTo(credited);
        assertThat(lesson.path("watchedSeconds").asInt()).isGreaterThanOrEqualTo(credited);
        var playback = lesson.at("/playbacks/0");
        assertThat(playback.at("/credited/0/from").asInt()).isZero();
        assertThat(playback.at("/credited/0/to").asInt()).isEqualTo(credited);
        var since = Instant.parse(playback.at("/credited/0/since").asString());
        var until = Instant.parse(playback.at("/credited/0/until").asString());
        assertThat(Duration.between(since, until))
                .as("parts of seconds from before may have been spare")
                .isGreaterThan(Duration.ofSeconds(credited - 1));
        assertThat(playback.path("settledAt").asString()).isEqualTo(until.toString());
        var refused = playback.at("/refused/0");
        assertThat(refused.path("reason").asString()).isEqualTo("not-enough-time");
        assertThat(refused.path("mostSeconds").asInt()).isBetween(48, 50);
        assertThat(refused.path("to").asInt()).isEqualTo(50);
        assertThat(refused.path("heartbeats").asInt()).isPositive();
        assertThat(playback.at("/policy/maxRate").asDouble()).isEqualTo(1.0);
    }

    @Test
    void aLongHistoryIsCutInTheExplanationAndReadOnByPages() {
        for (var i = 0; i < 25; i++) {
            rows.playback(Instant.parse("2026-03-02T08:00:00Z").plusSeconds(i), 1);
        }
        var many = rows.playback(Instant.parse("2026-03-03T08:00:00Z"), 1);
        for (var i = 0; i < 120; i++) {
            rows.stretch(many, 3 * i, 3 * i + 2, Instant.parse("2026-03-03T08:00:00Z"), Duration.ofHours(1));
        }
        jdbc.sql("""
                update progress.playback set policy = '{"maxRate": 2, "visibleOnly": true, "dailyCap": "PT8H",
                    "presence": {"every": "PT10M", "answerWithin": "PT1M"}}' where playback_id = :id
                """).param("id", many).update();
        rows.presenceCheck(many, Instant.parse("2026-03-03T08:10:00Z"));
        var lesson = explanation().at("/lessons/0");
        assertThat(lesson.at("/proof/playbackCount").asInt()).isEqualTo(27);
        assertThat(lesson.at("/proof/creditedSeconds").asInt()).isEqualTo(240);
        assertThat(lesson.path("playbacks")).hasSize(20);

        var page = learner.get(playbacks() + "?limit=2").expect(200);
        var older = page.at("/items/1");
        assertThat(older.path("playbackId").asString()).isEqualTo(many.toString());
        assertThat(older.path("stretchCount").asInt()).isEqualTo(120);
        assertThat(older.path("credited")).hasSize(100);
        assertThat(older.path("creditedSeconds").asInt()).isEqualTo(240);
        assertThat(older.at("/presenceChecks/0/answeredAt").asString()).isEqualTo("2026-03-03T08:10:00Z");
        var next = learner.get(
                        playbacks() + "?limit=50&after=" + page.path("next").asString())
                .expect(200);
        assertThat(next.path("items")).hasSize(25);
        assertThat(next.hasNonNull("next")).isFalse();
    }

    @Test
    void administratorsMayLookAndItIsNoted() {
        var admin = academy.admin();
        assertThat(admin.get(playbacks()).expect(200).path("items")).hasSize(1);
        var noted = admin.get("/api/v1/audit?action=evidence-viewed&subjectId=" + watching.enrolmentId())
                .expect(200);
        assertThat(noted.at("/items/0/personId").asString())
                .isEqualTo(Academy.idOf(admin).toString());
        learner.get(playbacks()).expect(200);
        assertThat(admin.get("/api/v1/audit?action=evidence-viewed&subjectId=" + watching.enrolmentId())
                        .expect(200)
                        .path("items"))
                .hasSize(1);
        academy.learner(academy.employer("别处")).get(playbacks()).expectProblem(404, "not-found");
        academy.author(0).get(playbacks()).expectProblem(404, "not-found");
        admin.get("/api/v1/enrolments/%s/playbacks".formatted(UUID.randomUUID()))
                .expectProblem(404, "not-found");
    }

    private String playbacks() {
        return "/api/v1/enrolments/%s/playbacks".formatted(watching.enrolmentId());
    }

    private JsonNode explanation() {
        return learner.get("/api/v1/enrolments/%s/explanation".formatted(watching.enrolmentId()))
                .expect(200);
    }
}
