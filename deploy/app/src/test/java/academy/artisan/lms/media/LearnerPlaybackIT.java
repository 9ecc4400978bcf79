package academy.artisan.lms.media;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Academy.Watching;
import academy.artisan.lms.testing.Api;
import academy.artisan.lms.testing.RequestWork;
import academy.artisan.lms.testing.RequestWork.Counted;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What a learner's player is given, from the opening of a lesson to its end. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LearnerPlaybackIT extends VideoStory {

    private static final String CAPTION = """
            WEBVTT

            00:00:00.500 --> 00:00:09.000
            焊接 <b>A</b>
            """;

    @Autowired
    ApplicationContext context;

    @Autowired
    RequestWork work;

    private Academy academy;
    private Api author;
    private String videoId;
    private String courseId;
    private Api learner;
    private JsonNode playback;

    @BeforeAll
    void publishAVideo(@TempDir Path folder) throws Exception {
        academy = new Academy(context);
        author = academy.author(0);
        var uploader = author(0);
        videoId = uploader.upload("a.mp4", tools().video(folder.resolve("a.mp4"), "320x180", true, "-t", "3"));
        var video = uploader.processed(videoId);
        assertThat(video.path("state").asString()).as(video.toString()).isEqualTo("READY");
        caption("zh-Hans", CAPTION).expect(201);
        caption("en", CAPTION.replace("焊接", "welding")).expect(201);
        courseId = academy.draft(author, 0, "影", Map.of("title", "课", "kind", "VIDEO", "videoId", videoId));
        academy.publish(author, academy.reviewer(1), courseId);
    }

    @BeforeEach
    void openTheLesson() {
        learner = academy.learner(academy.employer("单位"));
        playback = watch().playback();
    }

    private Api.Answer caption(String language, String text) {
        return author.putFile(
                "/api/v1/videos/%s/captions/%s".formatted(videoId, language),
                "text/vtt",
                text.getBytes(StandardCharsets.UTF_8));
    }

    private Watching watch() {
        return academy.watch(learner, courseId);
    }

    private String master() {
        return playback.path("playlistUrl").asString();
    }

    private Api.Answer get(String path) {
        return academy.nobody().get(path);
    }

    /** Everything that a playlist refers to, as a player resolves it. */
    private List<String> references(String playlistUrl) {
        var base = URI.create(playlistUrl);
        return get(playlistUrl)
                .text()
                .lines()
                .map(line -> line.contains("URI=\"")
                        ? line.replaceFirst(".*URI=\"([^\"]*)\".*", "$1")
                        : line.startsWith("#") ? "" : line)
                .filter(line -> !line.isEmpty())
                .map(line -> base.resolve(line).toString())
                .toList();
    }

    private String captions(String language) {
        return references(master()).stream()
                .filter(url -> url.contains("/captions/%s.m3u8".formatted(language)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aPlaylistThatIsReadAgainIsOneRoundTripAndNoSql() {
        var media = references(master()).getLast();
        get(media).response();
        work.reset();
        assertThat(get(media).status()).isEqualTo(200);
        assertThat(work.counted()).isEqualTo(new Counted(0, 1));
        work.reset();
        assertThat(get(master()).status()).isEqualTo(200);
        assertThat(work.counted()).isEqualTo(new Counted(0, 1));
        work.reset();
        assertThat(get(captions("en")).status()).isEqualTo(200);
        assertThat(work.counted()).isEqualTo(new Counted(0, 2));
    }

    @Test
    void whoOpensTheLessonElsewhereGetsNoMorePlaylistsHere() {
        var before = references(master());
        var text = references(captions("en")).getFirst();
        watch();
        get(master()).expectProblem(409, "playback-superseded");
        before.forEach(url -> get(url).expectProblem(409, "playback-superseded"));
        get(text).expectProblem(409, "playback-superseded");
        get(playback.path("thumbnailsUrl").asString()).expectProblem(409, "playback-superseded");
    }

    @Test
    void aRevokedPlaybackGetsNoMorePlaylists() {
        var media = references(master()).getLast();
        academy.admin()
                .delete("/api/v1/playbacks/" + playback.path("playbackId").asString())
                .expect(204);
        get(master()).expectProblem(403, "playback-revoked");
        get(media).expectProblem(403, "playback-revoked");
    }

    @Test
    void aRenewedPlaybackHasAllThatItNeeds() {
        var renewed = academy.nobody()
                .with(playback.path("token").asString())
                .post("/api/v1/playbacks/%s/renewal"
                        .formatted(playback.path("playbackId").asString()))
                .expect(200);
        assertThat(references(renewed.path("playlistUrl").asString()))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(get(reference).status()).isEqualTo(200));
    }

    @Test
    void captionsAreOfferedAndReadUnderAnAddressThatCanBeKept() {
        var text = references(captions("zh-Hans")).getFirst();
        var read = get(text);
        assertThat(read.header("Content-Type")).isEqualTo("text/vtt;charset=UTF-8");
        assertThat(read.header("Cache-Control")).isEqualTo("max-age=86400, private, immutable");
        assertThat(read.text()).isEqualTo("""
                WEBVTT

                00:00:00.500 --> 00:00:03.000
                焊接 <b>A</b>
                """);
        assertThat(get(text.replaceFirst("&v=.*", "&v=before")).header("Cache-Control"))
                .isEqualTo("no-store");
        get(master().replace("master.m3u8", "captions/fr.m3u8")).expectProblem(404, "not-found");
        get(master().replace("master.m3u8", "captions/fr.vtt")).expectProblem(404, "not-found");
    }

    @Test
    void aCueAfterTheEndOfTheVideoIsRefused() {
        var problem =
                caption("de", CAPTION.replace("00:00:00.500", "00:00:05.000")).expectProblem(422, "captions-refused");
        assertThat(problem.at("/errors/0/rule").asString()).isEqualTo("AfterEnd");
    }

    @Test
    void seekPicturesAreInTheStore() {
        var url = playback.path("thumbnailsUrl").asString();
        var picture = get(url).text()
                .lines()
                .filter(line -> line.startsWith("http"))
                .findFirst()
                .orElseThrow();
        assertThat(picture).endsWith("#xywh=0,0,160,90");
        var read = Api.download(picture.replaceFirst("#.*", ""));
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.header("Content-Type")).isEqualTo("image/jpeg");
    }

    @Test
    void theWatermarkIsTheNameAndTheEndOfTheStaffNumber() {
        var username = learner.get("/api/v1/me").expect(200).path("username").asString();
        assertThat(playback.path("watermark").asString()).isEqualTo("学员 " + username.substring(username.length() - 4));
    }
}
