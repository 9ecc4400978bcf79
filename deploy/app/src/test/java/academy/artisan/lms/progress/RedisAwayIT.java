package academy.artisan.lms.progress;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import academy.artisan.lms.embedded.OneOwnRedis;
import academy.artisan.lms.embedded.OwnRedis;
import academy.artisan.lms.identity.People;
import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Academy.Watching;
import academy.artisan.lms.testing.Api;
import academy.artisan.lms.testing.Authored;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Redis is gone, or is there and does not answer: what needs it says so soon, and everything else goes on. */
@OwnRedisTest
class RedisAwayIT extends ProgressStory {

    private static final OwnRedis REDIS = OneOwnRedis.server();
    private static final Duration A_MOMENT = Duration.ofSeconds(5);
    private static final int AT_ONCE = 60;
    private static final Duration LONGEST_TURN = Duration.ofSeconds(8);
    private static final String PASSWORD = "a good password";

    @Autowired
    People people;

    @Autowired
    PlaybackTokens tokens;

    @Autowired
    PlaybackGate gate;

    private Academy academy;
    private Authored course;
    private Api learner;
    private Api admin;
    private String username;
    private Watching watching;
    private Watching another;
    private int before;

    @BeforeEach
    void watch() {
        academy = new Academy(context);
        learner = academy.learner(academy.employer("单位"));
        admin = academy.admin();
        username = "u" + System.nanoTime();
        people.register(username, "某人", PASSWORD);
        course = Authored.published(academy, "离", Academy.textOf(LENGTH));
        another = course.open(admin, 0);
        watching = course.open(learner, 0);
        before = watchBeyond(0, watching);
    }

    @AfterEach
    void bringItBackForOthers() {
        REDIS.goOn();
    }

    @Test
    void aRedisThatHangsHoldsNobodyUp() {
        REDIS.freeze();
        expectEverythingToGoOn();
        REDIS.goOn();
        expectNothingLost();
    }

    @Test
    void aRedisThatIsGoneHoldsNobodyUp() {
        REDIS.kill();
        try {
            expectEverythingToGoOn();
        } finally {
            REDIS.startAgain();
        }
        expectNothingLost();
    }

    @Test
    void openingsThatWaitForARedisThatHangsKeepNoConnectionFromOthers() throws Exception {
        var reader = academy.learner(academy.employer("单位"));
        var read = course.open(reader, 0);
        var path = "/api/v1/enrolments/%s/lessons/%s/playbacks".formatted(read.enrolmentId(), read.lessonId());
        REDIS.freeze();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var openings = IntStream.range(0, AT_ONCE)
                    .mapToObj(i -> threads.submit(() -> expectToBeRefused(() -> reader.post(path))))
                    .toList();
            do {
                promptly(() -> reader.get("/api/v1/groups")).expect(200);
            } while (!openings.stream().allMatch(Future::isDone));
            for (var opening : openings) {
                opening.get();
            }
        }
        soon(() -> renew(read)).expect(200); // nothing that nobody was answered is newer
    }

    /** So many at once take turns at PostgreSQL, and all of them wait for Redis together. */
    private static void expectToBeRefused(Supplier<Api.Answer> opening) {
        var answer = within(LONGEST_TURN, opening);
        answer.expectProblem(503, "progress-unavailable");
        assertThat(answer.header("Retry-After")).isEqualTo("2");
    }

    private static Api.Answer promptly(Supplier<Api.Answer> request) {
        return within(Duration.ofSeconds(2), request);
    }

    private static Api.Answer within(Duration limit, Supplier<Api.Answer> request) {
        var begin = System.nanoTime();
        var answer = request.get();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(limit);
        return answer;
    }

    private void expectEverythingToGoOn() {
        expectHeartbeatsAndOpeningsToBeRefused();
        expectReadingToGoOn();
        expectLogInToGoOn();
        letsThrough(watching);
        soon(() -> renew(watching)).expect(200);
        assertThat(admin.get("/actuator/health/redis").status()).isEqualTo(503);
    }

    private void expectHeartbeatsAndOpeningsToBeRefused() {
        expectUnavailable(() -> watching.beat(2, 0, LENGTH));
        expectUnavailable(() -> admin.post(
                "/api/v1/enrolments/%s/lessons/%s/playbacks".formatted(another.enrolmentId(), another.lessonId())));
        expectUnavailable(() -> admin.delete("/api/v1/playbacks/" + idOf(another)));
    }

    private void expectReadingToGoOn() {
        var enrolment = "/api/v1/enrolments/" + watching.enrolmentId();
        for (var path : List.of(enrolment + "/progress", "/api/v1/me/enrolments", course.catalogPath())) {
            soon(() -> learner.get(path)).expect(200);
        }
    }

    private void expectLogInToGoOn() {
        soon(() -> logIn(PASSWORD)).expect(200);
        soon(() -> logIn("wrong")).expectProblem(401, "login-failed");
    }

    /** What was refused may have reached Redis all the same, and is credited when it goes on. */
    private void expectNothingLost() {
        awaitTaken(watching, A_MOMENT);
        assertThat(covered(watching)).isGreaterThanOrEqualTo(before);
        watchBeyond(before, watching);
        course.open(admin, 0);
    }

    private void letsThrough(Watching someone) {
        var begin = System.nanoTime();
        gate.requireOpen(tokens.verify(someone.playback().path("token").asString(), idOf(someone)));
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SOON);
    }

    private static PlaybackId idOf(Watching someone) {
        return PlaybackId.of(someone.playback().path("playbackId").asString());
    }

    private static Api.Answer renew(Watching someone) {
        var player = someone.api().with(someone.playback().path("token").asString());
        return player.post("/api/v1/playbacks/%s/renewal".formatted(idOf(someone)));
    }

    private Api.Answer logIn(String password) {
        return academy.nobody().post("/api/v1/auth/token", Map.of("username", username, "password", password));
    }
}
