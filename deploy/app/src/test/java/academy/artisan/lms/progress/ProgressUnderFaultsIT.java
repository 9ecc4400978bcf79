package academy.artisan.lms.progress;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import academy.artisan.lms.embedded.ApplicationProcess;
import academy.artisan.lms.embedded.InstalledServers;
import academy.artisan.lms.embedded.InstalledStores;
import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Academy.Watching;
import academy.artisan.lms.testing.Api;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Learners play on while PostgreSQL hangs, and while everything is killed in turn: PostgreSQL, Redis, the application,
 * Redis with all that it kept. In the end each of them has every second that was played, and not one more.
 */
class ProgressUnderFaultsIT {

    private static final int LEARNERS = 40;
    private static final int LESSON_SECONDS = 900;
    private static final String PASSWORD = "Lathe-and-workbench-7";
    private static final Duration A_WHILE = Duration.ofMinutes(2);
    private static final String OF_THE_DATABASE = "/api/v1/groups";
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT_FOR_A_CONNECTION = Duration.ofSeconds(15);

    @TempDir
    static Path folder;

    private static InstalledStores stores;
    private static ApplicationProcess application;

    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();

    @BeforeAll
    static void start() throws IOException {
        stores = InstalledStores.in(folder.resolve("data"));
        application = ApplicationProcess.start(stores.data(), folder.resolve("first.log"), variables());
        application.awaitReady();
    }

    @AfterAll
    static void endWhateverIsLeft() {
        application.process().toHandle().descendants().forEach(ProcessHandle::destroyForcibly);
        application.process().destroyForcibly();
    }

    @Test
    void everybodyHasEverySecondThatWasPlayedAndNotOneMore() throws Exception {
        var enrolments = openLessons();
        var players = List.copyOf(enrolments.values());
        var servers = new InstalledServers(stores.data());
        var over = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var playing = players.stream()
                    .<Future<?>>map(player -> threads.submit(() -> play(player, over)))
                    .toList();
            awaitMoreAnswers();
            hang(servers, threads);
            awaitMoreAnswers();
            servers.kill("postgres");
            awaitMoreAnswers();
            servers.kill("redis");
            awaitMoreAnswers();
            application.process().destroyForcibly().waitFor();
            application = ApplicationProcess.start(
                    stores.data(), folder.resolve("second.log"), application.variablesOfNext(variables()));
            awaitMoreAnswers();
            servers.killWithItsFiles("redis");
            awaitMoreAnswers();
            over.countDown();
            for (var player : playing) {
                player.get();
            }
        }
        await().atMost(A_WHILE).pollInterval(Duration.ofSeconds(1)).until(() -> {
            players.stream().filter(player -> !player.owesNothing()).forEach(SteadyPlayer::repeat);
            return players.stream().allMatch(SteadyPlayer::owesNothing);
        });
        assertThat(failed.get()).isPositive();
        for (var learner : enrolments.entrySet()) {
            assertThat(seconds("coverage", "lesson_progress", learner.getKey()))
                    .isEqualTo(learner.getValue().playedSeconds());
            assertThat(seconds(
                            "int4multirange(int4range(from_second, to_second))",
                            "credited_stretch join progress.playback using (playback_id)",
                            learner.getKey()))
                    .isEqualTo(learner.getValue().playedSeconds());
        }
    }

    /** Heartbeats need no PostgreSQL; whatever does is told in time that it does not answer. */
    private void hang(InstalledServers servers, ExecutorService threads) throws Exception {
        var admin = application.api().as("admin", ApplicationProcess.ADMIN_PASSWORD);
        servers.freeze("postgres");
        try {
            var missing = IntStream.range(0, LEARNERS)
                    .mapToObj(i -> threads.submit(() -> expectTheDatabaseToBeMissed(
                            () -> i % 2 == 0 ? admin.get(OF_THE_DATABASE) : founded(admin, "单位 " + i))))
                    .toList();
            awaitMoreAnswers();
            for (var missed : missing) {
                missed.get();
            }
            awaitMoreAnswers();
        } finally {
            servers.goOn("postgres");
        }
        await().atMost(A_WHILE).until(() -> admin.get(OF_THE_DATABASE).status() == 200);
    }

    /** In a transaction. */
    private static Api.Answer founded(Api admin, String unit) {
        return admin.post("/api/v1/units", Map.of("kind", "EMPLOYER", "name", unit));
    }

    private static void expectTheDatabaseToBeMissed(Supplier<Api.Answer> request) {
        var begin = System.nanoTime();
        var answer = request.get();
        answer.expectProblem(503, "database-unavailable");
        assertThat(answer.header("Retry-After")).isNotEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .isLessThan(LONGEST_SILENCE.plus(LONGEST_WAIT_FOR_A_CONNECTION));
    }

    private static Map<String, String> variables() {
        var variables = new HashMap<>(stores.variablesWithSharedSearch());
        variables.put("LMS_POSTGRES_SOCKET_TIMEOUT", Long.toString(LONGEST_SILENCE.toSeconds()));
        return variables;
    }

    private @Nullable Void play(SteadyPlayer player, CountDownLatch over) throws InterruptedException {
        while (!over.await(700, TimeUnit.MILLISECONDS)) {
            (player.beat() ? answered : failed).incrementAndGet();
        }
        return null;
    }

    /** Everybody is heard several times. */
    private void awaitMoreAnswers() {
        var before = answered.get();
        await().atMost(A_WHILE).until(() -> answered.get() > before + 5 * LEARNERS);
    }

    /** How many seconds all of these ranges hold together. */
    private static int seconds(String ranges, String table, String enrolment) throws IOException {
        return stores.database()
                .sql("""
                        select coalesce(sum(upper(r) - lower(r)), 0) from unnest(
                            (select range_agg(one) from progress.%s, unnest(%s) one where enrolment_id = :id)) r
                        """.formatted(table, ranges))
                .param("id", UUID.fromString(enrolment))
                .query(Integer.class)
                .single();
    }

    /** By enrolment. */
    private static Map<String, SteadyPlayer> openLessons() {
        var admin = application.api().as("admin", ApplicationProcess.ADMIN_PASSWORD);
        var courseId = published(admin);
        var unit = admin.post("/api/v1/units", Map.of("kind", "ACADEMY", "name", "学院"))
                .expect(201)
                .path("id")
                .asString();
        var players = new ConcurrentHashMap<String, SteadyPlayer>();
        IntStream.range(0, LEARNERS).parallel().forEach(i -> {
            var personId = register(admin, "learner" + i);
            admin.put("/api/v1/units/%s/members/%s".formatted(unit, personId), Map.of("staffNumber", "A" + i));
            var watching = Watching.begin(application.api().as("learner" + i, PASSWORD), courseId);
            players.put(watching.enrolmentId(), new SteadyPlayer(application.api(), watching.playback()));
        });
        return players;
    }

    private static String published(Api admin) {
        var group = admin.get("/api/v1/groups").expect(200).at("/items/0/id").asString();
        var course = "/api/v1/courses/"
                + admin.post(
                                "/api/v1/groups/%s/courses".formatted(group),
                                Map.of("title", "课", "summary", "", "level", "初级", "tags", List.of()))
                        .expect(201)
                        .path("courseId")
                        .asString();
        var outline = Academy.outline("课", Academy.article("课", Academy.textOf(LESSON_SECONDS)));
        admin.header("If-Match", "\"1\"").put(course + "/draft", outline).expect(200);
        var review =
                admin.post(course + "/reviews").expect(201).path("reviewId").asString();
        admin.post(
                        "/api/v1/people/%s/grants".formatted(register(admin, "lead")),
                        Map.of("role", "LEAD", "scope", group))
                .expect(204);
        application
                .api()
                .as("lead", PASSWORD)
                .post("/api/v1/reviews/%s/decisions".formatted(review), Map.of("decision", "APPROVE", "comments", "好"))
                .expect(200);
        admin.post(course + "/publications", Map.of()).expect(201);
        return course.substring(course.lastIndexOf('/') + 1);
    }

    private static String register(Api admin, String username) {
        return admin.post("/api/v1/people", Map.of("username", username, "name", "某人", "password", PASSWORD))
                .expect(201)
                .path("id")
                .asString();
    }
}
