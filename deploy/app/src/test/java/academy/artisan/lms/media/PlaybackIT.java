package academy.artisan.lms.media;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import academy.artisan.lms.course.VideoId;
import academy.artisan.lms.course.VideoLibrary;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.identity.Role;
import academy.artisan.lms.progress.PlaybackId;
import academy.artisan.lms.progress.PlaybackToken;
import academy.artisan.lms.progress.PlaybackTokens;
import academy.artisan.lms.progress.VideoStreams;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** One video, uploaded in parts, and everything that a player does with it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlaybackIT extends VideoStory {

    private static final double SECONDS = 9;

    @Autowired
    PlaybackTokens tokens;

    @Autowired
    VideoStreams streams;

    @Autowired
    VideoLibrary library;

    @Value("${lms.s3.public-endpoint}")
    URI objectStore;

    private PlaybackId playback;
    private Author author;
    private JsonNode video;
    private String playlistUrl;

    @BeforeAll
    void uploadInParts(@TempDir Path folder) throws Exception {
        author = author(0);
        var file = tools().video(folder.resolve("robot.mp4"), "1280x720", true, "-qp", "8", "-t", "9");
        var upload = author.begin("焊接机器人.mp4", file.length);
        assertThat(upload.partCount()).isGreaterThan(1);
        assertThat(author.complete(upload.videoId(), upload.putAll(file)).status())
                .isEqualTo(202);
        video = author.processed(upload.videoId());
        var now = Instant.now();
        var token = PlaybackToken.preview(
                PersonId.next(),
                VideoId.of(upload.videoId()),
                Duration.ofSeconds((int) SECONDS),
                now,
                now.plus(Duration.ofHours(1)));
        playback = token.playbackId();
        playlistUrl = streams.playlistUrl(playback, tokens.sign(token));
    }

    @Test
    void isReadyWithItsLengthAndSeveralRenditions() {
        assertThat(video.path("state").asString()).isEqualTo("READY");
        assertThat(video.path("progressPercent").asInt()).isEqualTo(100);
        assertThat(video.path("durationSeconds").asDouble()).isCloseTo(SECONDS, within(0.1));
        assertThat(video.path("renditions")
                        .valueStream()
                        .map(rendition -> rendition.path("name").asString()))
                .containsExactly("720p", "540p", "360p");
        assertThat(Http.getSigned(video.path("posterUrl").asString()).header("Content-Type"))
                .contains("image/jpeg");
    }

    @Test
    void otherFeaturesSeeItReady() {
        var id = VideoId.of(video.path("videoId").asString());
        var facts = library.find(List.of(id, VideoId.next()));
        assertThat(facts).containsOnlyKeys(id);
        assertThat(facts.values()).singleElement().satisfies(fact -> {
            assertThat(fact.ready()).isTrue();
            assertThat(fact.groupId()).isEqualTo(author.group());
            assertThat(fact.length()).isCloseTo(Duration.ofSeconds(9), Duration.ofMillis(100));
        });
    }

    @Test
    void everyRenditionPlaysForTheWholeLengthWithKeyFramesAtTheSameTimes() throws Exception {
        var keyFrames = new HashSet<List<String>>();
        for (var rendition : renditions()) {
            assertThat(tools().seconds(rendition)).isCloseTo(SECONDS, within(0.1));
            if (!rendition.contains("/audio.m3u8")) {
                keyFrames.add(tools().keyFrames(rendition));
            }
        }
        assertThat(keyFrames)
                .singleElement()
                .satisfies(times -> assertThat(times).hasSize(3));
    }

    @Test
    void playlistsComeFromTheApplicationAndSegmentsFromTheStore() {
        var media = visitor().get(path(renditions().getFirst()));
        assertThat(media.header("Content-Type")).contains("application/vnd.apple.mpegurl");
        assertThat(media.header("Cache-Control")).contains("no-store, private");
        var addresses = addresses(media.text());
        assertThat(addresses).hasSize(4).allSatisfy(address -> {
            assertThat(URI.create(address).getAuthority()).isEqualTo(objectStore.getAuthority());
            assertThat(Http.getSigned(address).status()).isEqualTo(200);
            assertThat(Http.getSigned(address.replaceFirst("\\?.*", "")).status())
                    .isEqualTo(403);
            assertThat(Http.getSigned(address.replaceFirst("(?<=Signature=)....", "0000"))
                            .status())
                    .isEqualTo(403);
        });
    }

    @Test
    void masterPlaylistTellsSizeRateAndCodecs() {
        assertThat(visitor().get(playlistUrl).text())
                .contains("CODECS=\"avc1.64001f,mp4a.40.2\",RESOLUTION=1280x720,FRAME-RATE=30.000,AUDIO=\"sound\"")
                .containsPattern("BANDWIDTH=\\d+,AVERAGE-BANDWIDTH=\\d+,CODECS=\"[^\"]*\",RESOLUTION=640x360");
    }

    @Test
    void tokenOfAnotherPlaybackOpensNothing() {
        var others = playlistUrl.replace(playback.toString(), PlaybackId.next().toString());
        assertThat(visitor().get(others).status()).isEqualTo(401);
        assertThat(visitor().get(playlistUrl + "x").status()).isEqualTo(401);
        assertThat(visitor().get(playlistUrl.replaceFirst("\\?.*", "")).status())
                .isEqualTo(400);
    }

    @Test
    void unknownRenditionIsNotThere() {
        assertThat(visitor().get(playlistUrl.replace("master", "4320p")).status())
                .isEqualTo(404);
    }

    @Test
    void whoReviewsACourseSeesItsVideoAndIsCreditedNothing() {
        var course = author.http()
                .post(
                        "/api/v1/groups/%s/courses".formatted(author.group()),
                        Map.of("title", "评审", "summary", "", "level", "初级", "tags", List.of()))
                .json();
        var draft = "/api/v1/courses/%s/draft".formatted(course.path("courseId").asString());
        var section =
                author.http().post(draft + "/sections", Map.of("title", "章")).json();
        var lesson = author.http()
                .post(
                        draft
                                + "/sections/%s/lessons"
                                        .formatted(section.path("partId").asString()),
                        Map.of(
                                "title", "课",
                                "kind", "VIDEO",
                                "videoId", video.path("videoId").asString()))
                .json();
        var preview =
                draft + "/lessons/%s/preview".formatted(lesson.path("partId").asString());
        var reviewer = author(1, Role.LEAD).http();
        assertThat(reviewer.get(preview).status()).isEqualTo(404);
        var submitted = author.http().post(draft.replace("/draft", "/reviews"), Map.of());
        assertThat(submitted.status()).isEqualTo(201);
        var url = reviewer.get(preview).json().path("playlistUrl").asString();
        assertThat(visitor().get(url).text()).contains("RESOLUTION=1280x720");
        assertThat(author(2, Role.AUTHOR).http().get(preview).status()).isEqualTo(404);
        var token = url.substring(url.indexOf("token=") + "token=".length());
        var beat = Map.of("sequence", 1, "positionSeconds", 1, "rate", 1, "intervals", List.of(List.of(0, 1)));
        assertThat(new Http(visitor().address(), token)
                        .post(url.replaceFirst("/master.*", "/heartbeats"), beat)
                        .status())
                .isEqualTo(409);
    }

    private Http visitor() {
        return new Http("http://127.0.0.1:" + port, null);
    }

    /** The addresses of the media playlists, as a player resolves them. */
    private List<String> renditions() {
        var base = URI.create(visitor().address() + playlistUrl);
        return visitor()
                .get(playlistUrl)
                .text()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> base.resolve(line).toString())
                .toList();
    }

    private String path(String url) {
        return url.substring(visitor().address().length());
    }

    private static List<String> addresses(String playlist) {
        return Pattern.compile("http[^\"\\s]+")
                .matcher(playlist)
                .results()
                .map(match -> match.group())
                .toList();
    }
}
