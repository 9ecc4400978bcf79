package academy.artisan.lms.media;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import academy.artisan.lms.course.VideoId;
import academy.artisan.lms.media.Author.Part;
import academy.artisan.lms.media.Author.Upload;
import academy.artisan.lms.media.content.ContentId;
import academy.artisan.lms.media.content.ContentKeys;
import academy.artisan.lms.media.storage.ObjectStore;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Uploads that are interrupted: by a line that breaks, a browser that crashes, an application or a store that does. */
class ResumedUploadIT extends VideoStory {

    @Autowired
    ObjectStore store;

    @Autowired
    JdbcClient jdbc;

    @Test
    void partsComeInAnyOrderAndAtOnceAndOneThatBrokeOffIsPutOnceMore() throws IOException {
        var author = author(0);
        var file = random(21 << 20);
        var begun = author.begin("welding.mp4", file.length);
        assertThat(arrived(begun)).containsExactly(false, false, false);
        var last = begun.put(3, begun.cut(file, 3));
        putHalf(url(begun, 1), begun.cut(file, 1));

        var resumed = author.resumed(begun.videoId());
        assertThat(arrived(resumed)).containsExactly(false, false, true);
        assertThat(part(resumed, 3).path("etag").asString())
                .isEqualTo(last.etag().replace("\"", ""));
        assertThat(part(resumed, 3).has("url")).isFalse();
        assertThat(sizes(resumed)).containsExactly(8 << 20, 8 << 20, 5 << 20);

        assertThat(author.complete(begun.videoId()).status()).isEqualTo(422);
        List.of(2, 1).parallelStream().forEach(number -> resumed.put(number, resumed.cut(file, number)));
        assertThat(arrived(author.resumed(begun.videoId()))).containsExactly(true, true, true);
        assertThat(author.complete(begun.videoId()).status()).isEqualTo(202);
        assertThat(store.size(source(begun))).hasValue(file.length);
        assertThat(author.http()
                        .get("/api/v1/videos/%s/parts".formatted(begun.videoId()))
                        .status())
                .isEqualTo(409);
    }

    /** Announces all of it, sends half and hangs up. */
    private static void putHalf(String url, byte[] content) throws IOException {
        var address = URI.create(url);
        try (var line = new Socket(address.getHost(), address.getPort())) {
            var head = "PUT %s?%s HTTP/1.1\r\nHost: %s\r\nContent-Type: video/mp4\r\nContent-Length: %d\r\n\r\n"
                    .formatted(address.getRawPath(), address.getRawQuery(), address.getAuthority(), content.length);
            line.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            line.getOutputStream().write(content, 0, content.length / 2);
            line.getOutputStream().flush();
        }
    }

    @Test
    void completionThatGotNoFurtherThanTheStoreIsRepeated() {
        for (var named : List.of(true, false)) {
            var author = author(0);
            var file = random(1000);
            var begun = author.begin("a.mp4", file.length);
            var parts = begun.putAll(file);
            completeInTheStore(begun);

            var resumed = author.resumed(begun.videoId());
            assertThat(arrived(resumed)).containsExactly(true);
            assertThat(part(resumed, 1).has("url")).isFalse();
            var answer = named ? author.complete(begun.videoId(), parts) : author.complete(begun.videoId());
            assertThat(answer.status()).isEqualTo(202);
            assertThat(author.complete(begun.videoId(), parts).status()).isEqualTo(202);
            assertThat(author.complete(begun.videoId()).status()).isEqualTo(202);
        }
    }

    @Test
    void uploadThatTheStoreLostIsToldAndBeginsAnew() {
        var author = author(0);
        var file = random(1000);
        var begun = author.begin("a.mp4", file.length);
        begun.putAll(file);
        store.abortUpload(source(begun), uploadId(begun));

        assertLost(author, begun);
        assertLost(author, begun);
        var resumed = author.resumed(begun.videoId());
        assertThat(arrived(resumed)).containsExactly(false);
        assertThat(author.complete(begun.videoId(), resumed.putAll(file)).status())
                .isEqualTo(202);
    }

    @Test
    void objectThatIsGoneWhenItWasMadeIsNotTakenForComplete() {
        var author = author(0);
        var file = random(1000);
        var begun = author.begin("a.mp4", file.length);
        begun.putAll(file);
        completeInTheStore(begun);
        store.remove(source(begun), ignored -> false);

        assertLost(author, begun);
        author.resumed(begun.videoId()).putAll(file);
        assertThat(author.complete(begun.videoId()).status()).isEqualTo(202);
    }

    private static void assertLost(Author author, Upload upload) {
        var answer = author.complete(upload.videoId(), List.of(new Part(1, "x")));
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().path("type").asString()).endsWith("upload-lost");
        assertThat(author.status(upload.videoId()).path("state").asString()).isEqualTo("UPLOADING");
    }

    private void completeInTheStore(Upload upload) {
        var key = source(upload);
        var uploadId = uploadId(upload);
        store.completeUpload(key, uploadId, store.parts(key, uploadId));
    }

    private String uploadId(Upload upload) {
        return jdbc.sql("select upload_id from media.video where video_id = :id")
                .param("id", UUID.fromString(upload.videoId()))
                .query(String.class)
                .single();
    }

    private static String source(Upload upload) {
        return ContentKeys.source(ContentId.of(VideoId.of(upload.videoId())));
    }

    private static byte[] random(int size) {
        var file = new byte[size];
        new Random().nextBytes(file);
        return file;
    }

    private static JsonNode part(Upload upload, int number) {
        return upload.announced().path("parts").path(number - 1);
    }

    private static String url(Upload upload, int number) {
        return part(upload, number).path("url").asString();
    }

    private static List<Boolean> arrived(Upload upload) {
        return upload.announced()
                .path("parts")
                .valueStream()
                .map(part -> part.path("arrived").asBoolean())
                .toList();
    }

    private static List<Integer> sizes(Upload upload) {
        return upload.announced()
                .path("parts")
                .valueStream()
                .map(part -> part.path("sizeBytes").asInt())
                .toList();
    }
}
