package academy.artisan.lms.media;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import academy.artisan.lms.course.VideoId;
import academy.artisan.lms.media.Http.Answer;
import academy.artisan.lms.support.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** What happens when an author says what the file is before sending it. */
class AnnouncedDigestIT extends VideoStory {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @TempDir
    Path folder;

    @Test
    void whatTheGroupHasAlreadyIsNotUploadedAgainButAnotherGroupHasToSendIt() throws Exception {
        var author = author(0);
        var file =
                tools().video(folder.resolve("a.mp4"), "320x180", false, "-t", "2", "-metadata", "title=" + Ids.next());
        var sha256 = sha256(file);
        assertThat(announce(author, file.length, sha256).status()).isEqualTo(201);
        var videoId = author.upload("a.mp4", file);
        assertThat(author.processed(videoId).path("state").asString()).isEqualTo("READY");

        var again = announce(author(0), file.length, sha256.toUpperCase(Locale.ROOT));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("videoId").asString()).isEqualTo(videoId);
        assertThat(again.json().path("state").asString()).isEqualTo("READY");
        assertThat(again.json().path("parts")).isEmpty();
        assertThat(again.json().has("partSizeBytes")).isFalse();

        assertThat(announce(author, file.length + 1, sha256).status()).isEqualTo(201);
        var elsewhere = announce(author(1), file.length, sha256);
        assertThat(elsewhere.status()).isEqualTo(201);
        assertThat(elsewhere.json().path("videoId").asString()).isNotEqualTo(videoId);
        assertThat(elsewhere.json().path("parts")).hasSize(1);
    }

    @Test
    void whatIsOtherThanAnnouncedFailsAndWhatIsNotDoesNotFailForThat() {
        var author = author(0);
        var file = ("no video " + Ids.next()).getBytes(StandardCharsets.UTF_8);
        assertThat(failureOf(author, file, sha256("another".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("other-digest");
        assertThat(failureOf(author, file, sha256(file))).isEqualTo("not-a-video");
        var again = announce(author, file.length, sha256(file));
        assertThat(again.status()).as("the same bytes would fail the same way").isEqualTo(200);
        assertThat(again.json().path("state").asString()).isEqualTo("FAILED");
    }

    @Test
    void whatFailedForAReasonThatIsNotInTheFileIsTriedAgainInsteadOfUploaded() throws Exception {
        var author = author(0);
        var file =
                tools().video(folder.resolve("b.mp4"), "320x180", false, "-t", "2", "-metadata", "title=" + Ids.next());
        var videoId = author.upload("b.mp4", file);
        author.processed(videoId);
        fail(videoId);
        var again = announce(author, file.length, sha256(file));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("videoId").asString()).isEqualTo(videoId);
        assertThat(again.json().path("state").asString()).isEqualTo("PROCESSING");
        assertThat(author.processed(videoId).path("state").asString()).isEqualTo("READY");

        fail(videoId);
        var elsewhere = author(1);
        var same = elsewhere.upload("b.mp4", file);
        assertThat(elsewhere.processed(same).path("state").asString()).isEqualTo("READY");
        assertThat(author.processed(videoId).path("state").asString()).isEqualTo("READY");
    }

    /** As if less time had been allowed, which nothing else lets a ready video come to. */
    private void fail(String videoId) {
        transaction.executeWithoutResult(ignored -> {
            var id = VideoId.of(videoId).value();
            jdbc.sql("alter table media.content disable trigger ready_content_changed")
                    .update();
            jdbc.sql("""
                    update media.content set state = 'FAILED', failure = 'took-too-long', current_run = null, length_ms = null
                    where content_id = :id
                    """).param("id", id).update();
            jdbc.sql("alter table media.content enable trigger ready_content_changed")
                    .update();
            jdbc.sql("delete from media.run where content_id = :id")
                    .param("id", id)
                    .update();
        });
    }

    private static String failureOf(Author author, byte[] file, String sha256) {
        var announced = announce(author, file.length, sha256).json();
        var upload = new Author.Upload(announced.path("videoId").asString(), announced);
        upload.putAll(file);
        assertThat(author.complete(upload.videoId()).status()).isEqualTo(202);
        return author.processed(upload.videoId()).path("failure").path("code").asString();
    }

    @Test
    void whatIsNoDigestIsRefusedByName() {
        var author = author(0);
        for (var text : List.of("", "abc", "g".repeat(64), "a".repeat(65))) {
            var answer = announce(author, 10, text);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().path("errors").path(0).path("field").asString())
                    .isEqualTo("sha256");
        }
    }

    private static Answer announce(Author author, long size, String sha256) {
        return author.http()
                .post(
                        "/api/v1/videos",
                        Map.of(
                                "groupId",
                                author.group().toString(),
                                "fileName",
                                "a.mp4",
                                "sizeBytes",
                                size,
                                "sha256",
                                sha256));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
