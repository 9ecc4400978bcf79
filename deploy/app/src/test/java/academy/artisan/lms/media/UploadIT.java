package academy.artisan.lms.media;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import academy.artisan.lms.media.Author.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class UploadIT extends VideoStory {

    @TempDir
    Path folder;

    @Test
    void partsThatDoNotFitAreRefusedAndTheUploadCanGoOn() {
        var author = author(0);
        var file = new byte[9 << 20];
        new Random(1).nextBytes(file);
        var upload = author.begin("welding.mp4", file.length);
        assertThat(upload.partCount()).isEqualTo(2);
        var first = upload.put(1, upload.cut(file, 1));
        var tooShort = upload.put(2, new byte[10]);

        assertRefused(author, upload.videoId(), List.of(first, tooShort), "parts[1]", "part 2 has 10 bytes");
        assertRefused(author, upload.videoId(), List.of(first), "parts", "part 2 of 2 is missing");
        assertRefused(author, upload.videoId(), List.of(first, first), "parts[1].number", "twice");
        assertThat(author.status(upload.videoId()).path("state").asString()).isEqualTo("UPLOADING");

        var second = upload.put(2, upload.cut(file, 2));
        assertRefused(author, upload.videoId(), List.of(first, tooShort), "parts[1].etag", "part 2");
        assertThat(author.complete(upload.videoId(), List.of(first, second)).status())
                .isEqualTo(202);
    }

    @Test
    void fileThatIsEmptyByNowIsRefusedAndTheUploadCanGoOn() {
        var author = author(0);
        var upload = author.begin("a.mp4", 10);
        var empty = upload.put(1, new byte[0]);

        assertRefused(author, upload.videoId(), List.of(empty), "parts[0]", "part 1 has 0 bytes");
        assertThat(author.complete(upload.videoId()).status()).isEqualTo(422);
        assertThat(author.status(upload.videoId()).path("state").asString()).isEqualTo("UPLOADING");

        var whole = upload.put(1, new byte[10]);
        assertThat(author.complete(upload.videoId(), List.of(whole)).status()).isEqualTo(202);
    }

    private static void assertRefused(Author author, String videoId, List<Part> parts, String field, String message) {
        var answer = author.complete(videoId, parts);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
        assertThat(answer.json().path("type").asString()).endsWith("parts-do-not-fit");
        assertThat(answer.json().path("errors"))
                .anySatisfy(error -> assertThat(error.path("field").asString()).isEqualTo(field))
                .anySatisfy(
                        error -> assertThat(error.path("message").asString()).contains(message));
    }

    @Test
    void sameCompletionOnceMoreChangesNothingAndAnotherIsRefused() {
        var author = author(0);
        var file = "no video".getBytes(StandardCharsets.UTF_8);
        var upload = author.begin("a.mp4", file.length);
        var parts = upload.putAll(file);

        assertThat(author.complete(upload.videoId(), parts).status()).isEqualTo(202);
        assertThat(author.complete(upload.videoId(), parts).status()).isEqualTo(202);
        assertThat(author.processed(upload.videoId()).path("state").asString()).isEqualTo("FAILED");
        assertThat(author.complete(upload.videoId(), parts).status()).isEqualTo(202);
        assertThat(author.complete(upload.videoId(), List.of(new Part(1, "other")))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void textNamedAsVideoFailsForAReasonToldInBothLanguages() {
        var author = author(0);
        var videoId =
                author.upload("lesson.mp4", "This is no video.\n".repeat(500).getBytes(StandardCharsets.UTF_8));

        var failure = author.processed(videoId).path("failure");
        assertThat(failure.path("code").asString()).isEqualTo("not-a-video");
        assertThat(failure.path("message").asString()).contains("contains no video");
        var chinese = author.http().get("/api/v1/videos/" + videoId, "zh-CN").json();
        assertThat(chinese.path("failure").path("message").asString()).contains("文件中没有可读取的视频");
    }

    @Test
    void playlistThatNamesOtherFilesIsNoVideo() {
        var author = author(0);
        var list = "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\nfile:///etc/hostname\n#EXT-X-ENDLIST\n";
        var videoId = author.upload("trick.mp4", list.getBytes(StandardCharsets.UTF_8));
        assertThat(author.processed(videoId).path("failure").path("code").asString())
                .isEqualTo("not-a-video");
    }

    @Test
    void sizesThatCannotBeAreRefusedByName() {
        var author = author(0);
        for (var size : List.of(0L, -1L)) {
            var answer = author.announce("a.mp4", size);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.text()).contains("sizeBytes");
        }
        var answer = author.announce("a.mp4", 21L << 30);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("sizeBytes");
    }

    @Test
    void videoOfAnotherGroupIsNotThere() {
        var owner = author(0);
        var stranger = author(1);
        var upload = owner.begin("a.mp4", 10);
        var path = "/api/v1/videos/" + upload.videoId();

        assertThat(stranger.http().get(path).status()).isEqualTo(404);
        assertThat(stranger.http().get(path + "/parts").status()).isEqualTo(404);
        assertThat(stranger.http().delete(path).status()).isEqualTo(404);
        assertThat(stranger.complete(upload.videoId(), List.of(new Part(1, "x")))
                        .status())
                .isEqualTo(404);
        assertThat(new Author(stranger.http(), owner.group())
                        .announce("a.mp4", 10)
                        .status())
                .isEqualTo(403);
        assertThat(new Http(owner.http().address(), null).get(path).status()).isEqualTo(401);
    }

    @Test
    void uploadGivenUpLeavesNothing() {
        var author = author(0);
        var upload = author.begin("a.mp4", 10);
        var parts = upload.putAll(new byte[10]);
        assertThat(author.http()
                        .get("/api/v1/videos/" + upload.videoId() + "/parts")
                        .status())
                .isEqualTo(200);
        assertThat(author.http().delete("/api/v1/videos/" + upload.videoId()).status())
                .isEqualTo(204);
        assertThat(author.complete(upload.videoId(), parts).status()).isEqualTo(404);
    }

    @Test
    void silentVideoThatStandsUprightKeepsItsShape() throws Exception {
        var author = author(0);
        var file = tools().video(folder.resolve("phone.mp4"), "360x640", false, "-t", "2");
        var status = author.processed(author.upload("phone.mp4", file));
        assertThat(status.path("state").asString()).isEqualTo("READY");
        assertThat(status.path("renditions"))
                .allMatch(rendition -> rendition.path("height").asInt()
                        > rendition.path("width").asInt());
        assertThat(status.path("renditions")
                        .valueStream()
                        .map(rendition -> rendition.path("name").asString()))
                .containsExactly("360p", "240p");
    }
}
