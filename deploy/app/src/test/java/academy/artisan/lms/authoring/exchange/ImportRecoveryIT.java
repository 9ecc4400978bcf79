package academy.artisan.lms.authoring.exchange;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import academy.artisan.lms.support.Ids;
import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Api;
import academy.artisan.lms.testing.Documents;
import academy.artisan.lms.testing.StackTest;
import io.minio.ListObjectsArgs;
import io.minio.MinioAsyncClient;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;

import static academy.artisan.lms.testing.Documents.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/** Imports whose database connections are cut again and again, and whose runs are interrupted in the middle. */
@StackTest
class ImportRecoveryIT {

    private static final long SEED = Long.getLong("moments.seed", System.nanoTime());

    private final Random moments = new Random(SEED);

    @BeforeAll
    static void tellSeed() {
        System.out.println("moments.seed=" + SEED);
    }

    private static final int FILES = 4;

    @Autowired
    ApplicationContext context;

    private Installation here;
    private Installation there;
    private Api author;
    private Api authorThere;
    private final List<String> fileIds = new ArrayList<>();

    @BeforeEach
    void people() {
        here = Installation.of(context);
        there = Installation.another();
        author = here.academy().author(0);
        authorThere = there.academy().author(0);
    }

    private byte[] archive() {
        var lessons = new ArrayList<Map<String, Object>>();
        for (var i = 0; i < FILES; i++) {
            var file = here.academy()
                    .file(author, 0, "规程%d.pdf".formatted(i), Documents.pdf(1, "Rule " + UUID.randomUUID()));
            fileIds.add(file.path("fileId").asString());
            lessons.add(Academy.document("读" + i, fileIds.getLast()));
        }
        var courseId = here.academy().draft(author, 0, "课", "字");
        author.header("If-Match", "\"2\"")
                .put(
                        "/api/v1/courses/%s/draft".formatted(courseId),
                        Map.of(
                                "title",
                                "课",
                                "summary",
                                "",
                                "level",
                                "初级",
                                "tags",
                                List.of(),
                                "sections",
                                List.of(Map.of("title", "章", "lessons", lessons))))
                .expect(200);
        here.academy().publish(author, here.academy().reviewer(1), courseId);
        return here.exportWithMedia(author, courseId);
    }

    /** Cuts every connection of the second installation but this one's. */
    private void cut() {
        try {
            there.jdbc().sql("""
                            select pg_terminate_backend(pid) from pg_stat_activity
                            where datname = current_database() and pid <> pg_backend_pid()
                            """).query((row, ignored) -> true).list();
        } catch (DataAccessException cutAsWell) {
            // the pool handed out a connection that was cut before
        }
    }

    private void cutWhile(String importId, int times) throws InterruptedException {
        for (var i = 0; i < times; i++) {
            Thread.sleep(moments.nextInt(200, 1500));
            cut();
        }
        await().atMost(Duration.ofMinutes(3))
                .ignoreExceptions()
                .until(() -> there.jdbc()
                        .sql("select state <> 'CHECKING' from authoring.import where import_id = :id")
                        .param("id", UUID.fromString(importId))
                        .query(Boolean.class)
                        .single());
    }

    /**
     * The answer to who tries again as a 503 asks for: connections that were used within the last half second are not
     * looked at before they are used again, so that one of those that were cut may be found out by a request.
     */
    private Api.Answer answer(String path) {
        return await().until(() -> authorThere.get(path), answer -> answer.status() != 503);
    }

    @Test
    void anImportThatIsCutAgainAndAgainIsWholeInTheEnd() throws Exception {
        var importId = there.upload(authorThere, 0, archive(), false);
        cutWhile(importId, 5);
        var outcome = answer("/api/v1/imports/" + importId).expect(200);
        assertThat(outcome.path("state").asString()).isEqualTo("DONE");
        for (var fileId : fileIds) {
            var file = answer("/api/v1/files/" + fileId).expect(200);
            assertThat(Api.download(file.path("url").asString()).status()).isEqualTo(200);
        }
        assertNothingIsLeft(importId);
    }

    @Test
    void anArchiveThatIsRefusedInTheEndLeavesNothingOfWhatWasPutBefore() throws Exception {
        var good = Forgery.of(archive());
        var last = fileIds.stream().sorted().toList().getLast();
        var bad = good.with("media/files/" + last, utf8("no document"))
                .consistent()
                .zipWithStoredMedia();
        var importId = there.upload(authorThere, 0, bad, false);
        cutWhile(importId, 3);
        var outcome = answer("/api/v1/imports/" + importId).expect(200);
        assertThat(outcome.at("/problems/0/code").asString()).isEqualTo("media-refused");
        for (var fileId : fileIds) {
            answer("/api/v1/files/" + fileId).expect(404);
            assertThat(objects("files/" + fileId)).isEmpty();
        }
        assertNothingIsLeft(importId);
    }

    @Test
    void aRunThatIsInterruptedLeavesTheImportToTheNextOne() throws Exception {
        var archive = archive();
        var importId = there.upload(authorThere, 0, archive, false);
        var job = there.context().getBean(ImportJob.class);
        for (var i = 0; i < 3; i++) {
            var run = Thread.ofPlatform().start(() -> job.run(ImportId.of(importId)));
            Thread.sleep(moments.nextInt(50, 1000));
            run.interrupt();
            run.join();
        }
        // The scheduler's own run may have been over when one of these took the import from it
        job.run(ImportId.of(importId));
        assertDone(importId, archive);
    }

    @Test
    void runsThatWereTakenForDeadAndGoOnDoNotDisturbTheLastOne() throws Exception {
        var archive = archive();
        var importId = there.upload(authorThere, 0, archive, false);
        var job = there.context().getBean(ImportJob.class);
        var runs = new ArrayList<CompletableFuture<Void>>();
        for (var i = 0; i < 4; i++) {
            runs.add(CompletableFuture.runAsync(() -> job.run(ImportId.of(importId))));
            Thread.sleep(moments.nextInt(20, 400));
        }
        assertThat(runs).allSatisfy(run -> assertThat(run).succeedsWithin(Duration.ofMinutes(1)));
        assertDone(importId, archive);
    }

    private void assertDone(String importId, byte[] archive) throws Exception {
        assertThat(there.outcome(authorThere, importId).path("state").asString())
                .isEqualTo("DONE");
        assertThat(Zips.content(there.exportWithMedia(
                        authorThere, Zips.manifest(archive).path("courseId").asString())))
                .containsExactlyEntriesOf(Zips.content(archive));
        assertNothingIsLeft(importId);
    }

    @Test
    void aRunThatIsSupersededClaimsNothingAnyMore() throws Exception {
        var importId = ImportId.of(there.upload(authorThere, 0, archive(), false));
        there.outcome(authorThere, importId.toString());
        var claims = there.context().getBean(ImportClaims.class);
        assertThatExceptionOfType(RunSuperseded.class)
                .isThrownBy(() -> claims.take(importId, Ids.next(), List.of(Ids.next())));
        assertNothingIsLeft(importId.toString());
    }

    private void assertNothingIsLeft(String importId) {
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(objects("imports/" + importId)).isEmpty());
        await().ignoreExceptionsInstanceOf(DataAccessException.class)
                .untilAsserted(() -> assertThat(there.rows().getLast()).isZero());
    }

    private List<String> objects(String prefix) throws Exception {
        var bucket = there.context().getEnvironment().getRequiredProperty("lms.s3.bucket");
        var listing = there.context()
                .getBean(MinioAsyncClient.class)
                .listObjects(ListObjectsArgs.builder()
                        .bucket(bucket)
                        .prefix(prefix)
                        .recursive(true)
                        .build());
        var names = new ArrayList<String>();
        for (var item : listing) {
            names.add(item.get().objectName());
        }
        return names;
    }
}
