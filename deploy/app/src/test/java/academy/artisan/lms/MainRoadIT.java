package academy.artisan.lms;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Api;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The platform's whole main job over HTTP, from an author's file to HR's report, against the real servers. */
@StackTest
class MainRoadIT {

    private static final int SECONDS = 12;

    @Autowired
    ApplicationContext context;

    @Value("${lms.media.ffmpeg}")
    Path ffmpeg;

    @Value("${lms.s3.endpoint}")
    URI objectStore;

    @TempDir
    Path folder;

    @Test
    void aCourseIsMadeApprovedFoundWatchedCreditedAndReported() throws Exception {
        var academy = new Academy(context);
        var author = academy.author(0);
        var title = "焊接机器人入门 " + UUID.randomUUID();

        var videoId = upload(author, academy.group(0).toString(), film());
        var video = await().atMost(Duration.ofMinutes(3))
                .until(
                        () -> author.get("/api/v1/videos/" + videoId).expect(200),
                        status -> !status.path("state").asString().equals("PROCESSING"));
        assertThat(video.path("state").asString()).as(video.toString()).isEqualTo("READY");
        assertThat(video.path("renditions").size()).isGreaterThanOrEqualTo(2);

        var courseId = academy.draft(author, 0, title, "暂定");
        author.header("If-Match", "\"2\"")
                .put(
                        "/api/v1/courses/%s/draft".formatted(courseId),
                        Academy.outline(title, Map.of("title", "认识示教器", "kind", "VIDEO", "videoId", videoId)))
                .expect(200);
        academy.publish(author, academy.reviewer(1), courseId);

        var employer = academy.employer("甲单位");
        var learner = academy.learner(employer);
        for (var query : List.of("焊接机器人", "hjjqr", "hanjiejiqiren")) {
            await().atMost(Duration.ofSeconds(10)).until(() -> isFound(learner, query, courseId));
        }

        var watching = academy.watch(learner, courseId);
        checkStream(watching.playback().path("playlistUrl").asString());

        var atOnce = watching.beat(1, 0, SECONDS).expect(200);
        assertThat(atOnce.path("creditedSeconds").asInt()).isLessThan(SECONDS);
        assertThat(atOnce.path("refusedSeconds").asInt()).isPositive();
        assertThat(atOnce.path("completed").asBoolean()).isFalse();
        var watched = await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(2))
                .until(
                        () -> watching.beat(2, 0, SECONDS).expect(200),
                        answer -> answer.path("completed").asBoolean());
        assertThat(watching.beat(2, 0, SECONDS)
                        .expect(200)
                        .path("coveredSeconds")
                        .asInt())
                .isBetween(watched.path("coveredSeconds").asInt(), SECONDS);

        var progress = await().atMost(Duration.ofSeconds(10))
                .until(
                        () -> learner.get("/api/v1/enrolments/%s/progress".formatted(watching.enrolmentId()))
                                .expect(200),
                        answer -> answer.path("completed").asBoolean());
        assertThat(progress.path("percent").asInt()).isEqualTo(100);
        checkReport(academy.hr(employer), employer.toString(), courseId);
        academy.hr(academy.employer("乙单位"))
                .get("/api/v1/hr/units/%s/completions".formatted(employer))
                .expectProblem(403, "not-allowed");
    }

    private byte[] film() throws Exception {
        var file = folder.resolve("film.mp4");
        var command = new ProcessBuilder(List.of(
                        ffmpeg.toString(),
                        "-v",
                        "error",
                        "-f",
                        "lavfi",
                        "-i",
                        "testsrc2=size=1280x720:rate=25",
                        "-f",
                        "lavfi",
                        "-i",
                        "sine=frequency=440",
                        "-t",
                        Integer.toString(SECONDS),
                        "-c:v",
                        "libx264",
                        "-preset",
                        "ultrafast",
                        "-pix_fmt",
                        "yuv420p",
                        "-c:a",
                        "aac",
                        file.toString()))
                .inheritIO();
        command.environment().put("LD_LIBRARY_PATH", String.valueOf(ffmpeg.getParent()));
        assertThat(command.start().waitFor()).isZero();
        return Files.readAllBytes(file);
    }

    private static String upload(Api author, String groupId, byte[] film) {
        var begun = author.post(
                        "/api/v1/videos", Map.of("groupId", groupId, "fileName", "示教器.mp4", "sizeBytes", film.length))
                .expect(201);
        var partSize = begun.path("partSizeBytes").asInt();
        var parts = new ArrayList<Map<String, Object>>();
        for (var part : begun.path("parts")) {
            var number = part.path("number").asInt();
            var bytes = Arrays.copyOfRange(film, (number - 1) * partSize, Math.min(number * partSize, film.length));
            var stored = Api.upload(part.path("url").asString(), bytes);
            assertThat(stored.status()).isEqualTo(200);
            parts.add(Map.of("number", number, "etag", stored.header("ETag")));
        }
        var videoId = begun.path("videoId").asString();
        assertThat(author.post("/api/v1/videos/%s/completion".formatted(videoId), Map.of("parts", parts))
                        .status())
                .isBetween(200, 202);
        return videoId;
    }

    private static boolean isFound(Api learner, String query, String courseId) {
        var hits = learner.get("/api/v1/search/courses?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8))
                .expect(200)
                .path("items");
        return hits.valueStream().map(hit -> hit.path("courseId").asString()).anyMatch(courseId::equals);
    }

    /** Playlists come from the application, segments from the object store; every rendition has the whole film. */
    private void checkStream(String playlistUrl) {
        var renditions = addressesIn(get(playlistUrl));
        assertThat(renditions.size()).isGreaterThanOrEqualTo(2);
        for (var rendition : renditions) {
            var media = get(URI.create(playlistUrl).resolve(rendition).toString());
            var seconds = media.lines()
                    .filter(line -> line.startsWith("#EXTINF:"))
                    .mapToDouble(line -> Double.parseDouble(line.substring(8, line.indexOf(','))))
                    .sum();
            assertThat(seconds).isBetween(SECONDS - 0.2, SECONDS + 0.2);
            assertThat(addressesIn(media))
                    .isNotEmpty()
                    .allMatch(segment -> URI.create(segment).getAuthority().equals(objectStore.getAuthority()));
            assertThat(Academy.nobody(context)
                            .get(addressesIn(media).getFirst())
                            .status())
                    .isEqualTo(200);
        }
    }

    private String get(String path) {
        var answer = Academy.nobody(context).get(path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.text();
    }

    private static List<String> addressesIn(String playlist) {
        return playlist.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    private static void checkReport(Api hr, String unitId, String courseId) {
        var path = "/api/v1/hr/units/%s/completions?courseId=%s".formatted(unitId, courseId);
        JsonNode line = await().atMost(Duration.ofSeconds(10))
                .until(
                        () -> hr.get(path).expect(200).at("/items/0"),
                        seen -> seen.path("state").asString().equals("COMPLETED"));
        assertThat(line.path("percent").asInt()).isEqualTo(100);
        assertThat(hr.header("Accept", "text/csv").get(path).text()).contains("COMPLETED");
    }
}
