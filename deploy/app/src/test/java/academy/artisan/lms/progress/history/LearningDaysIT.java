package academy.artisan.lms.progress.history;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Academy.Watching;
import academy.artisan.lms.testing.Api;
import academy.artisan.lms.testing.ProofRows;
import academy.artisan.lms.testing.RequestWork;
import academy.artisan.lms.testing.RequestWork.Counted;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@StackTest
class LearningDaysIT {

    private static final String DAYS = "/api/v1/me/learning-days";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Autowired
    ApplicationContext context;

    @Autowired
    RequestWork work;

    @Autowired
    JdbcClient jdbc;

    private Api learner;
    private Watching watching;

    @BeforeEach
    void openLesson() {
        var academy = new Academy(context);
        learner = academy.learner(academy.employer("单位"));
        watching = academy.watch(learner, academy.published("日日学", Academy.textOf(60)));
    }

    @Test
    void todayIsExactAtOnceAndWhatItWasForFollows() {
        var credited = await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(300))
                .until(
                        () -> watching.beat(1, 0, 60)
                                .expect(200)
                                .path("coveredSeconds")
                                .asInt(),
                        seconds -> seconds >= 2);
        work.reset();
        var at = learner.get(DAYS).expect(200);
        assertThat(work.counted()).isEqualTo(new Counted(5, 1));
        assertThat(sum(at)).isEqualTo(credited);
        assertThat(at.path("timeZone").asString()).isEqualTo("Asia/Shanghai");
        var lesson = await().atMost(Duration.ofSeconds(5))
                .until(
                        () -> learner.get(DAYS).expect(200).at("/items/0/lessons/0"),
                        line -> line.path("creditedSeconds").asInt() >= 2);
        assertThat(lesson.path("lessonId").asString()).isEqualTo(watching.lessonId());
        assertThat(lesson.path("courseTitle").asString()).isEqualTo("日日学");
        assertThat(lesson.path("lessonTitle").asString()).isEqualTo("课");
    }

    @Test
    void whatGoesOverMidnightIsSharedOut() {
        var rows = new ProofRows(
                jdbc,
                Academy.idOf(learner).value(),
                UUID.fromString(watching.enrolmentId()),
                UUID.fromString(watching.lessonId()));
        var evening = DAY.atTime(23, 59).atZone(ZONE).toInstant();
        var playback = rows.playback(evening, 1);
        rows.stretch(playback, 0, 30, evening, Duration.ofSeconds(90));
        rows.stretch(playback, 40, 45, evening.plusSeconds(100), Duration.ofSeconds(10));
        rows.day(DAY, 20);
        rows.day(DAY.plusDays(1), 15);
        var both = days(DAY, DAY.plusDays(1)).expect(200);
        assertThat(both.at("/items/0/lessons/0/creditedSeconds").asInt()).isEqualTo(20);
        assertThat(both.at("/items/1/lessons/0/creditedSeconds").asInt()).isEqualTo(15);
        var second = days(DAY.plusDays(1), DAY.plusDays(1)).expect(200);
        assertThat(second.path("items")).hasSize(1);
        assertThat(second.at("/items/0/creditedSeconds").asInt()).isEqualTo(15);
        assertThat(days(DAY.plusDays(2), DAY.plusDays(9)).expect(200).path("items"))
                .isEmpty();
    }

    @Test
    void aYearCanBeReadAndNoMore() {
        days(DAY, DAY.plusDays(365)).expect(200);
        assertThat(days(DAY, DAY.plusDays(366))
                        .expectProblem(422, "invalid-fields")
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("from");
        assertThat(days(DAY, DAY.minusDays(1))
                        .expectProblem(422, "invalid-fields")
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("to");
        for (var nonsense : new String[] {"2026-02-30", "yesterday", "%2B999999999-12-31"}) {
            assertThat(learner.get(DAYS + "?from=" + nonsense).status()).isBetween(400, 422);
            assertThat(learner.get(DAYS + "?to=" + nonsense).status()).isBetween(400, 422);
        }
    }

    private Api.Answer days(LocalDate first, LocalDate last) {
        return learner.get("%s?from=%s&to=%s".formatted(DAYS, first, last));
    }

    private static int sum(JsonNode days) {
        return days.path("items")
                .valueStream()
                .mapToInt(day -> day.path("creditedSeconds").asInt())
                .sum();
    }
}
