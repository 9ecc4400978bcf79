package academy.artisan.lms.media;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Random;

import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.embedded.ApplicationProcess;
import academy.artisan.lms.embedded.InstalledStores;
import academy.artisan.lms.media.Author.Part;
import academy.artisan.lms.media.Author.Upload;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The whole application is killed in the middle of an upload, of a completion and of a transcode, all at once. */
class KilledMediaIT {

    private static final long SEED = Long.getLong("moments.seed", System.nanoTime());
    private static final Random MOMENTS = new Random(SEED);

    @TempDir
    static Path folder;

    private static InstalledStores stores;
    private static ApplicationProcess application;

    @BeforeAll
    static void start() throws IOException {
        System.out.println("moments.seed=" + SEED);
        stores = InstalledStores.in(folder.resolve("data"));
        application = started("first.log");
        application.awaitReady();
    }

    /** With encoders of one thread, so that there is a middle of a transcode on large machines too. */
    private static ApplicationProcess started(String log) throws IOException {
        var variables = new HashMap<>(stores.variablesWithSharedSearch());
        variables.put("LMS_MEDIA_THREADS", "1");
        return ApplicationProcess.start(stores.data(), folder.resolve(log), variables);
    }

    @AfterAll
    static void endWhateverIsLeft() {
        application.process().toHandle().descendants().forEach(ProcessHandle::destroyForcibly);
        application.process().destroyForcibly();
    }

    @Test
    void everythingIsReadyInTheEndAndTheStoreHoldsNothingElse() throws Exception {
        var author = author();
        var transcoded = author.upload("long.mp4", oldFashioned("long.mp4", 20));
        var halfWay = padded(video("half-way.mp4", "320x180", 2), 9 << 20);
        var half = author.begin("half-way.mp4", halfWay.length);
        half.put(1, half.cut(halfWay, 1));
        var ending = padded(video("ending.mp4", "320x180", 3), 30 << 20);
        var end = author.begin("ending.mp4", ending.length);
        var endParts = end.putAll(ending);

        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> author.status(transcoded).path("progressPercent").asInt() > 0);
        assertThat(author.status(transcoded).path("state").asString()).isEqualTo("PROCESSING");
        Thread.startVirtualThread(() -> completeIfAllowedTo(author, end.videoId(), endParts));
        await().pollDelay(Duration.ofMillis(MOMENTS.nextInt(1, 200))).until(() -> true);
        application.process().destroyForcibly().waitFor();
        application = started("second.log");
        application.awaitReady();

        var again = author();
        assertThat(again.complete(end.videoId(), endParts).status()).isEqualTo(202);
        goOn(again, half.videoId(), halfWay);
        for (var videoId : List.of(transcoded, half.videoId(), end.videoId())) {
            assertThat(again.processed(videoId).path("state").asString()).isEqualTo("READY");
        }
        assertThat(attempts(transcoded)).isGreaterThan(1);
        try (var store = stores.store()) {
            var comparison = new StoreAgainstDatabase(store, stores.bucket(), stores.database());
            assertThat(comparison.objects()).isNotEmpty();
            assertThat(comparison.differences()).isEmpty();
        }
    }

    private static int attempts(String videoId) throws IOException {
        return stores.database()
                .sql("select attempts from media.content where content_id = :id::uuid")
                .param("id", videoId)
                .query(Integer.class)
                .single();
    }

    /** What answers may be killed meanwhile. */
    private static void completeIfAllowedTo(Author author, String videoId, List<Part> parts) {
        try {
            author.complete(videoId, parts);
        } catch (UncheckedIOException killed) {
            System.out.println("The completion was cut off: " + killed.getMessage());
        }
    }

    /** As a browser does that knows no more than the id of the video. */
    private static void goOn(Author author, String videoId, byte[] file) {
        var resumed = author.resumed(videoId);
        assertThat(arrived(resumed)).containsExactly(true, false);
        resumed.put(2, resumed.cut(file, 2));
        assertThat(author.complete(videoId).status()).isEqualTo(202);
    }

    private static List<Boolean> arrived(Upload upload) {
        return upload.announced()
                .path("parts")
                .valueStream()
                .map(part -> part.path("arrived").asBoolean())
                .toList();
    }

    private static Author author() {
        var admin = new Http(application.address(), null).logIn("admin", ApplicationProcess.ADMIN_PASSWORD);
        var group = admin.get("/api/v1/groups").json().at("/items/0/id").asString();
        return new Author(admin, GroupId.of(group));
    }

    private static byte[] video(String name, String size, int seconds) throws Exception {
        return tools().video(folder.resolve(name), size, true, "-t", Integer.toString(seconds));
    }

    /** Of pictures that no browser plays, so that all of them have to be encoded. */
    private static byte[] oldFashioned(String name, int seconds) throws Exception {
        var file = folder.resolve(name);
        tools().make(List.of(
                "-f",
                "lavfi",
                "-i",
                "testsrc2=size=1280x720:rate=30",
                "-t",
                Integer.toString(seconds),
                "-c:v",
                "mpeg4",
                "-q:v",
                "5",
                file.toString()));
        return Files.readAllBytes(file);
    }

    private static Tools tools() throws IOException {
        return new Tools(program("ffmpeg"), program("ffprobe"));
    }

    /** The one that the application unpacked. */
    private static Path program(String name) throws IOException {
        try (var files = Files.walk(stores.data().resolve("bin"))) {
            return files.filter(file -> file.getFileName().toString().equals(name) && Files.isExecutable(file))
                    .filter(Files::isRegularFile)
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** The same video with a box that players skip, so that it takes several parts to upload. */
    private static byte[] padded(byte[] video, int padding) throws IOException {
        var box = new byte[padding];
        MOMENTS.nextBytes(box);
        var file = new ByteArrayOutputStream();
        file.write(video);
        new DataOutputStream(file).writeInt(padding + 8);
        file.write("free".getBytes(StandardCharsets.US_ASCII));
        file.write(box);
        return file.toByteArray();
    }
}
