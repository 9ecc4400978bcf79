package academy.artisan.lms.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import academy.artisan.lms.embedded.ApplicationProcess;
import academy.artisan.lms.embedded.InstalledServers;
import academy.artisan.lms.embedded.InstalledStores;
import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Api;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A thousand courses are published while Elasticsearch and the application are killed, in the middle of that and in the
 * middle of rebuilding the index. In the end the index holds what the database holds, before anybody repairs it.
 */
class KilledSearchIT {

    private static final long SEED = Long.getLong("moments.seed", System.nanoTime());
    private static final Random MOMENTS = new Random(SEED);
    private static final int PUBLICATIONS = 1000;
    private static final int AUTHORS = 6;
    private static final String PASSWORD = "Lathe-and-workbench-7";
    private static final Duration A_WHILE = Duration.ofMinutes(3);

    @TempDir
    static Path folder;

    private static InstalledStores stores;
    private static volatile ApplicationProcess application;

    private final AtomicInteger allowed = new AtomicInteger();
    private final AtomicInteger published = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();

    @BeforeAll
    static void start() throws IOException {
        System.out.println("moments.seed=" + SEED);
        stores = InstalledStores.in(folder.resolve("data"));
        application = ApplicationProcess.start(stores.data(), folder.resolve("first.log"), stores.variables());
        application.awaitReady();
    }

    @AfterAll
    static void endWhateverIsLeft() {
        application.process().toHandle().descendants().forEach(ProcessHandle::destroyForcibly);
        application.process().destroyForcibly();
    }

    @Test
    void theIndexHoldsWhatTheDatabaseHolds() throws Exception {
        var servers = new InstalledServers(stores.data());
        var group = people();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var authors = IntStream.range(0, AUTHORS)
                    .mapToObj(ignored -> CompletableFuture.runAsync(() -> publishOn(group), threads))
                    .toList();
            amid(() -> servers.kill("elasticsearch"));
            amid(() -> {
                awaitRebuilding();
                servers.kill("elasticsearch");
            });
            amid(() -> {
                awaitRebuilding();
                killApplication("second.log");
            });
            amid(() -> {
                awaitRebuilding();
                servers.kill("elasticsearch");
                killApplication("third.log");
            });
            CompletableFuture.allOf(authors.toArray(CompletableFuture[]::new)).join();
        }
        assertThat(failed.get()).isPositive();

        var database = stores.database();
        await().atMost(A_WHILE)
                .until(() -> database.sql("select count(*) from event_publication")
                                .query(Long.class)
                                .single()
                        == 0);
        await().atMost(A_WHILE)
                .until(() -> database.sql("select count(*) from search.index_work where ended_at is null")
                                .query(Long.class)
                                .single()
                        == 0);
        var open = database.sql("select count(*) from course.open_course")
                .query(Integer.class)
                .single();
        assertThat(open).isGreaterThanOrEqualTo(PUBLICATIONS);
        var check = checked();
        assertThat(check.path("done").asInt()).isEqualTo(open);
        assertThat(check.at("/found/differences")).isEmpty();
        assertThat(admin().get("/api/v1/search/courses?limit=1")
                        .expect(200)
                        .path("total")
                        .asInt())
                .isEqualTo(open);
    }

    private void publishOn(String group) {
        while (published.get() < PUBLICATIONS) {
            await().atMost(A_WHILE).until(() -> published.get() < allowed.get() || published.get() >= PUBLICATIONS);
            try {
                publish(admin(), application.api().as("lead", PASSWORD), group);
            } catch (UncheckedIOException | AssertionError killed) {
                failed.incrementAndGet();
                awaitAnswers();
            }
        }
    }

    /** It, or the one after it. */
    private static void awaitAnswers() {
        await().atMost(A_WHILE)
                .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                .until(() -> application.api().get("/actuator/health/readiness").status() == 200);
    }

    private void publish(Api author, Api lead, String group) {
        while (published.get() < allowed.get()) {
            var title = "焊接机器人 " + published.get();
            var course = "/api/v1/courses/"
                    + author.post(
                                    "/api/v1/groups/%s/courses".formatted(group),
                                    Map.of("title", title, "summary", "", "level", "初级", "tags", List.of("机器人")))
                            .expect(201)
                            .path("courseId")
                            .asString();
            author.header("If-Match", "\"1\"")
                    .put(course + "/draft", Academy.outline(title, Academy.article("课", "正文")))
                    .expect(200);
            var review = author.post(course + "/reviews")
                    .expect(201)
                    .path("reviewId")
                    .asString();
            lead.post("/api/v1/reviews/%s/decisions".formatted(review), Map.of("decision", "APPROVE", "comments", "好"))
                    .expect(200);
            author.post(course + "/publications", Map.of()).expect(201);
            published.incrementAndGet();
        }
    }

    /** Somebody who approves; answers the group. */
    private static String people() {
        var admin = admin();
        var group = admin.get("/api/v1/groups").expect(200).at("/items/0/id").asString();
        var lead = admin.post("/api/v1/people", Map.of("username", "lead", "name", "某人", "password", PASSWORD))
                .expect(201)
                .path("id")
                .asString();
        admin.post("/api/v1/people/%s/grants".formatted(lead), Map.of("role", "LEAD", "scope", group))
                .expect(204);
        return group;
    }

    private static Api admin() {
        return application.api().as("admin", ApplicationProcess.ADMIN_PASSWORD);
    }

    /** Something that falls on the installation. */
    private interface Blow {

        void fall() throws Exception;
    }

    /** In the middle of the next quarter of the publications; they are all there then. */
    private void amid(Blow blow) throws Exception {
        var before = allowed.get();
        allowed.addAndGet(PUBLICATIONS / 4);
        awaitPublished(before + MOMENTS.nextInt(1, PUBLICATIONS / 10));
        blow.fall();
        awaitPublished(allowed.get());
    }

    private void awaitPublished(int count) {
        await().atMost(A_WHILE).until(() -> published.get() >= count);
    }

    /** Has the index rebuilt, and is back when that is in its middle. */
    private static void awaitRebuilding() {
        var rebuild = await().atMost(A_WHILE)
                .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                .until(
                        () -> Optional.of(admin().post("/api/v1/search/rebuilds", Map.of("index", "courses")))
                                .filter(answer -> answer.status() == 202),
                        Optional::isPresent)
                .orElseThrow()
                .expect(202)
                .path("workId")
                .asString();
        var admin = admin();
        await().atMost(A_WHILE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !admin.get("/api/v1/search/rebuilds/" + rebuild)
                        .expect(200)
                        .path("state")
                        .asString()
                        .equals("WAITING"));
        await().pollDelay(Duration.ofMillis(MOMENTS.nextInt(1, 300))).until(() -> true);
    }

    private static void killApplication(String log) throws Exception {
        application.process().destroyForcibly().waitFor();
        application = ApplicationProcess.start(
                stores.data(), folder.resolve(log), application.variablesOfNext(new HashMap<>(stores.variables())));
    }

    private static JsonNode checked() {
        var admin = admin();
        var check = admin.post("/api/v1/search/checks", Map.of("index", "courses"))
                .expect(202)
                .path("workId")
                .asString();
        return await().atMost(A_WHILE)
                .until(
                        () -> admin.get("/api/v1/search/checks/" + check).expect(200),
                        work -> work.path("state").asString().equals("ENDED"));
    }
}
