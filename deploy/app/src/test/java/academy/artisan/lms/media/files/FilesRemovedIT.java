package academy.artisan.lms.media.files;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

import academy.artisan.lms.audit.AuditTrail;
import academy.artisan.lms.authoring.TeachingGroups;
import academy.artisan.lms.course.FileId;
import academy.artisan.lms.identity.RoleHolders;
import academy.artisan.lms.media.storage.FaultyStore;
import academy.artisan.lms.media.storage.ObjectStore;
import academy.artisan.lms.media.usage.Usages;
import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Api;
import academy.artisan.lms.testing.Documents;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

@StackTest
class FilesRemovedIT {

    @Autowired
    ApplicationContext context;

    @Autowired
    FileUploads uploads;

    @Autowired
    ObjectStore store;

    @Autowired
    JdbcClient jdbc;

    private Academy academy;
    private Api author;

    @BeforeEach
    void people() {
        academy = new Academy(context);
        author = academy.author(0);
    }

    private static String path(JsonNode file) {
        return "/api/v1/files/" + file.path("fileId").asString();
    }

    private static FileId id(JsonNode file) {
        return FileId.of(file.path("fileId").asString());
    }

    @Test
    void fileThatNobodyShowsIsRemovedWithItsObject() {
        var file = academy.file(author, 0, "a.pdf", Documents.pdf(1, "a"));
        author.delete(path(file)).expect(204);
        author.get(path(file)).expect(404);
        author.delete(path(file)).expect(404);
        assertThat(Api.download(file.path("url").asString()).status()).isEqualTo(404);
        assertThat(rows(file)).isZero();
    }

    @Test
    void fileIsRemovedAlsoWhenItsObjectHasToWaitForTheStore() {
        var file = academy.file(author, 0, "a.pdf", Documents.pdf(1, "a"));
        var refusing = new FaultyStore(context);
        refusing.refuse(FileKeys.prefix(id(file)));
        var caller = context.getBean(RoleHolders.class).asCaller(Academy.idOf(author));

        uploadsTo(refusing).remove(caller, id(file));
        author.get(path(file)).expect(404);
        assertThat(rows(file)).isOne();

        uploads.removeAbandoned();
        assertThat(rows(file)).isZero();
        assertThat(Api.download(file.path("url").asString()).status()).isEqualTo(404);
    }

    private FileUploads uploadsTo(ObjectStore other) {
        return new FileUploads(
                context.getBean(StoredFiles.class),
                other,
                context.getBean(ArrivedFiles.class),
                context.getBean(TeachingGroups.class),
                context.getBean(Usages.class),
                context.getBean(AuditTrail.class),
                context.getBean(TransactionTemplate.class),
                context.getBean(FileProperties.class),
                context.getBean(Clock.class));
    }

    @Test
    void readyFileCannotBeChangedInTheDatabase() {
        var file = academy.file(author, 0, "a.pdf", Documents.pdf(1, "a"));
        assertThatException()
                .isThrownBy(() -> jdbc.sql("update media.file set pages = 99 where file_id = :id")
                        .param("id", id(file).value())
                        .update())
                .withMessageContaining("never changes");
    }

    @Test
    void abandonedAndRefusedFilesAreThrownAwayAndOthersStay() {
        var content = "no pdf".getBytes(StandardCharsets.UTF_8);
        var abandoned = academy.announce(author, 0, "old.pdf", content.length);
        Api.upload(abandoned.path("url").asString(), content);
        var refused = academy.announce(author, 0, "refused.pdf", content.length);
        Api.upload(refused.path("url").asString(), content);
        author.post(path(refused) + "/completion").expect(422);
        var ready = academy.file(author, 0, "ready.pdf", Documents.pdf(1, "a"));
        var fresh = academy.announce(author, 0, "fresh.pdf", 9);
        for (var old : List.of(abandoned, refused)) {
            age(old);
        }

        uploads.removeAbandoned();

        assertThat(rows(abandoned)).isZero();
        assertThat(rows(refused)).isZero();
        assertThat(store.size(FileKeys.upload(id(abandoned)))).isEmpty();
        author.get(path(fresh)).expect(200);
        assertThat(Api.download(ready.path("url").asString()).status()).isEqualTo(200);
    }

    @Test
    void whatIsPutAfterARemovalIsThrownAwayWhenItIsOld() {
        var upload = academy.announce(author, 0, "a.pdf", 3);
        author.delete(path(upload)).expect(204);
        assertThat(Api.upload(upload.path("url").asString(), new byte[3]).status())
                .isEqualTo(200);
        var key = FileKeys.upload(id(upload));

        store.removeOlder(key, Instant.now().minusSeconds(3600));
        assertThat(store.size(key)).hasValue(3);
        store.removeOlder(key, Instant.now().plusSeconds(60));
        assertThat(store.size(key)).isEmpty();
    }

    @Test
    void foldersThatAKilledProcessLeftAreClearedAway(@TempDir Path root) throws Exception {
        var left = WorkFolder.open(root);
        Files.write(left.content(), new byte[9]);
        WorkFolder.removeOld(root, Instant.now().minusSeconds(3600));
        assertThat(left.path()).exists();
        WorkFolder.removeOld(root, Instant.now().plusSeconds(60));
        assertThat(left.path()).doesNotExist();
        WorkFolder.removeOld(root.resolve("never-made"), Instant.now());
    }

    private int rows(JsonNode file) {
        return jdbc.sql("select count(*) from media.file where file_id = :id")
                .param("id", id(file).value())
                .query(Integer.class)
                .single();
    }

    private void age(JsonNode file) {
        jdbc.sql("update media.file set created_at = created_at - interval '2 days' where file_id = :id")
                .param("id", id(file).value())
                .update();
    }
}
