package academy.artisan.lms.search.index;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

import academy.artisan.lms.embedded.ApplicationProcess;
import academy.artisan.lms.embedded.InstalledServers;
import academy.artisan.lms.embedded.InstalledStores;
import academy.artisan.lms.testing.Api;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A thousand courses are published while Elasticsearch and the application are killed, in the middle of that and in the
 * middle of rebuilding an index. In the end the indices hold what the database holds, before anybody repairs them.
 */
class KilledSearchIT {

    private static final long SEED = Long.getLong("moments.seed", System.nanoTime());
    private static final Random MOMENTS = new Random(SEED);
    private static final int PUBLICATIONS = 1000;
    private static final int BLOWS = 3;
    private static final Duration A_WHILE = Duration.ofMinutes(3);
    private static final int TRIES = 5;

    @TempDir
    static Path folder;

    private static InstalledStores stores;
    private static volatile ApplicationProcess application;

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
    void theIndicesHoldWhatTheDatabaseHolds() throws Exception {
        var servers = new InstalledServers(stores.data());
        // None begins by itself within the next hour, which would repair before it is looked at
        assertThat(checked("courses").path("done").asInt()).isZero();
        assertThat(checked("drafts").path("done").asInt()).isZero();
        try (var authors = new SteadyAuthors(() -> application.api())) {
            amid(authors, () -> amidRebuilding("courses", () -> servers.kill("elasticsearch")));
            // News of courses goes to an index that is not being made anew, so that nothing makes up for what is lost
            amid(authors, () -> amidRebuilding("drafts", KilledSearchIT::killApplication));
            amid(authors, () -> servers.kill("elasticsearch"));
            assertThat(authors.interrupted()).isPositive();
        }

        awaitNone("event_publication");
        var open = count("course.open_course");
        assertThat(open).isGreaterThanOrEqualTo(PUBLICATIONS);
        assertHeldAsIs("courses", open);
        assertHeldAsIs("drafts", count("authoring.draft"));
        assertThat(admin().get("/api/v1/search/courses?limit=1")
                        .expect(200)
                        .path("total")
                        .asInt())
                .isEqualTo(open);
    }

    private static void awaitNone(String rows) {
        await().atMost(A_WHILE)
                .ignoreExceptionsInstanceOf(DataAccessException.class)
                .until(() -> count(rows) == 0);
    }

    private static int count(String rows) throws IOException {
        return stores.database()
                .sql("select count(*) from " + rows)
                .query(Integer.class)
                .single();
    }

    private static void assertHeldAsIs(String index, int count) {
        var check = checked(index);
        assertThat(check.path("done").asInt()).as(index).isEqualTo(count);
        assertThat(check.at("/found/differences")).as(index).isEmpty();
    }

    private static Api admin() {
        return application.api().as("admin", ApplicationProcess.ADMIN_PASSWORD);
    }

    /** Something that falls on the installation. */
    private interface Blow {

        void fall() throws Exception;
    }

    /**
     * In the middle of the next third of the publications; they are all there then, and no index is being made anew.
     */
    private static void amid(SteadyAuthors authors, Blow blow) throws Exception {
        var before = authors.published();
        authors.publishMore(Math.ceilDiv(PUBLICATIONS, BLOWS));
        authors.awaitPublished(before + MOMENTS.nextInt(1, PUBLICATIONS / 10));
        blow.fall();
        restart();
        authors.awaitAll();
        awaitNone("search.index_work where ended_at is null");
    }

    /** Lets it fall while an index is being made anew; again, if that was over. */
    private static void amidRebuilding(String index, Blow blow) throws Exception {
        var longest = 400;
        for (var again = 0; again < TRIES; again++, longest /= 2) {
            SteadyAuthors.awaitReady(application.api());
            var rebuild = admin().post("/api/v1/search/rebuilds", Map.of("index", index))
                    .expect(202)
                    .path("workId")
                    .asString();
            await().atMost(A_WHILE)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> is(
                            rebuild,
                            "leased_until > :moment and failure is null or ended_at is not null",
                            Instant.now()));
            await().pollDelay(Duration.ofMillis(MOMENTS.nextInt(longest))).until(() -> true);
            blow.fall();
            var fallen = Instant.now();
            restart();
            if (is(rebuild, "ended_at is null or ended_at > :moment", fallen)) {
                return;
            }
        }
        throw new AssertionError("Each of %d rebuildings was faster than the blow".formatted(TRIES));
    }

    private static boolean is(String rebuild, String condition, Instant moment) throws IOException {
        var database = stores.database();
        return await().atMost(A_WHILE)
                .ignoreExceptionsInstanceOf(DataAccessException.class)
                .until(
                        () -> database.sql(
                                        "select %s from search.index_work where work_id = :work".formatted(condition))
                                .param("work", UUID.fromString(rebuild))
                                .param("moment", moment.atOffset(ZoneOffset.UTC))
                                .query(Boolean.class)
                                .optional(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static void killApplication() throws Exception {
        application.process().destroyForcibly().waitFor();
    }

    /** The application, if that was killed. */
    private static void restart() throws IOException {
        if (!application.process().isAlive()) {
            application = ApplicationProcess.start(
                    stores.data(),
                    folder.resolve("next.log"),
                    application.variablesOfNext(new HashMap<>(stores.variables())));
        }
    }

    private static JsonNode checked(String index) {
        var admin = admin();
        var check = admin.post("/api/v1/search/checks", Map.of("index", index))
                .expect(202)
                .path("workId")
                .asString();
        return await().atMost(A_WHILE)
                .until(
                        () -> admin.get("/api/v1/search/checks/" + check).expect(200),
                        work -> work.path("state").asString().equals("ENDED"));
    }
}
