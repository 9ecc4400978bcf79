package academy.artisan.lms.progress.settling;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Academy.Watching;
import academy.artisan.lms.testing.Api;
import academy.artisan.lms.testing.RequestWork;
import academy.artisan.lms.testing.RequestWork.Counted;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@StackTest
class DurableProgressIT {

    @Autowired
    ApplicationContext context;

    @Autowired
    RequestWork work;

    @Autowired
    RedisConnectionFactory redis;

    @Autowired
    JdbcClient jdbc;

    private Academy academy;
    private Api learner;
    private Watching watching;

    @BeforeEach
    void openLesson() {
        academy = new Academy(context);
        learner = academy.learner(academy.employer("甲单位"));
        watching = academy.watch(learner, academy.published("耐久", Academy.textOf(60)));
    }

    @Test
    void aHeartbeatIsOneRoundTripAndNoSql() {
        watching.beat(1, 0, 1).expect(200);
        work.reset();
        watching.beat(2, 0, 2).expect(200);
        assertThat(work.counted()).isEqualTo(new Counted(0, 1));
    }

    @Test
    void whatIsDurableIsInPostgresWithinFiveSeconds() {
        var credited = watchFor(2);
        var durable = await().atMost(Duration.ofSeconds(5))
                .until(
                        () -> watching.beat(3, 0, 0).expect(200),
                        answer -> answer.path("durableSequence").asInt() >= 2);
        assertThat(durable.path("coveredSeconds").asInt()).isEqualTo(credited);
        assertThat(secondsInPostgres()).isEqualTo(credited);
    }

    @Test
    void anEmptyRedisLosesNothingDurableAndTakesTheRestAgain() {
        var credited = watchFor(2);
        await().atMost(Duration.ofSeconds(5)).until(() -> secondsInPostgres() == credited);
        redis.getConnection().serverCommands().flushDb();
        var answer = watching.beat(3, 0, 0).expect(200);
        assertThat(answer.path("coveredSeconds").asInt()).isEqualTo(credited);
        assertThat(learner.get(progressPath())
                        .expect(200)
                        .at("/lessons/0/coveredSeconds")
                        .asInt())
                .isEqualTo(credited);
    }

    @Test
    void whatAnOlderReleaseLeftInRedisIsSettledAndKnownToHaveNoStretches() {
        var credited = watchFor(2);
        try (var connection = redis.getConnection()) {
            var lesson = connection
                    .keyCommands()
                    .keys(("*:lesson:" + watching.enrolmentId() + ":*").getBytes(UTF_8))
                    .iterator()
                    .next();
            connection.hashCommands().hDel(lesson, "length".getBytes(UTF_8), "watched".getBytes(UTF_8));
            connection.hashCommands().hIncrBy(lesson, "change".getBytes(UTF_8), 1);
        }
        await().atMost(Duration.ofSeconds(10)).until(() -> secondsInPostgres() == credited);
    }

    @Test
    void afterAnEmptyRedisOnlyTheNewestPlaybackGoesOn() {
        var older = watching;
        watching = academy.watch(learner, courseIdOf(watching));
        redis.getConnection().serverCommands().flushDb();
        older.beat(5, 0, 1).expectProblem(409, "playback-superseded");
        watching.beat(1, 0, 0).expect(200);
    }

    @Test
    void oneOwnViewIsExactBeforeAnythingIsSettled() {
        var credited = watchFor(1);
        assertThat(learner.get(progressPath())
                        .expect(200)
                        .at("/lessons/0/coveredSeconds")
                        .asInt())
                .isEqualTo(credited);
    }

    @Test
    void aTokenThatIsAlteredOrOfAnotherPlaybackIsRefused() {
        var token = watching.playback().path("token").asString();
        var mine = watching.playback().path("playbackId").asString();
        var report = Map.of("sequence", 1, "positionSeconds", 0, "rate", 1, "intervals", new double[][] {{0, 1}});
        var other = academy.watch(academy.learner(academy.employer("乙单位")), courseIdOf(watching));
        var others = other.playback().path("playbackId").asString();
        for (var attempt : new String[][] {
            {others, token}, {mine, token.substring(0, token.length() - 3) + "abc"}, {mine, "nonsense"}, {mine, ""}
        }) {
            academy.nobody()
                    .with(attempt[1])
                    .post("/api/v1/playbacks/%s/heartbeats".formatted(attempt[0]), report)
                    .expectProblem(401, "playback-token-refused");
        }
        assertThat(learner.get(progressPath()).expect(200).path("percent").asInt())
                .isZero();
    }

    @Test
    void aClaimOutsideOfTheLessonChangesNothing() {
        for (var interval : new double[][] {{-1, 5}, {9, 3}, {0, 1e9}}) {
            var problem = watching.beat(Map.of(
                            "sequence", 1, "positionSeconds", 0, "rate", 1, "intervals", new double[][] {interval}))
                    .expectProblem(422, "invalid-fields");
            assertThat(problem.at("/errors/0/field").asString()).isEqualTo("intervals[0]");
        }
        assertThat(learner.get(progressPath()).expect(200).path("percent").asInt())
                .isZero();
    }

    /** Claims everything until so many seconds are credited. */
    private int watchFor(int seconds) {
        JsonNode answer = await().atMost(Duration.ofSeconds(15))
                .pollInterval(Duration.ofMillis(300))
                .until(
                        () -> watching.beat(2, 0, 60).expect(200),
                        beat -> beat.path("coveredSeconds").asInt() >= seconds);
        return answer.path("coveredSeconds").asInt();
    }

    private String progressPath() {
        return "/api/v1/enrolments/%s/progress".formatted(watching.enrolmentId());
    }

    private String courseIdOf(Watching someone) {
        return jdbc.sql("select course_id::text from enrolment.enrolment where enrolment_id = :id")
                .param("id", UUID.fromString(someone.enrolmentId()))
                .query(String.class)
                .single();
    }

    private int secondsInPostgres() {
        return jdbc.sql("""
                        select coalesce(sum(upper(r) - lower(r)), 0)
                        from progress.lesson_progress, unnest(coverage) r where enrolment_id = :id
                        """)
                .param("id", UUID.fromString(watching.enrolmentId()))
                .query(Integer.class)
                .single();
    }
}
