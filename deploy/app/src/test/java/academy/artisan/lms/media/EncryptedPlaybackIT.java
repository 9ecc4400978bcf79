package academy.artisan.lms.media;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import academy.artisan.lms.course.VideoId;
import academy.artisan.lms.course.VideoLibrary;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.media.transcode.Rebuilding;
import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Api;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** A video of which the segments lie encrypted in the store. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EncryptedPlaybackIT extends VideoStory {

    private static final double SECONDS = 6;

    @Autowired
    ApplicationContext context;

    @Autowired
    VideoLibrary library;

    private Api nobody;
    private String master;
    private String begun;
    private String begunPlaylist;

    @BeforeAll
    void makeAVideoOnceMore(@TempDir Path folder) throws Exception {
        nobody = Academy.nobody(context);
        var author = author(0);
        var video =
                VideoId.of(author.upload("a.mp4", tools().video(folder.resolve("a.mp4"), "320x180", true, "-t", "6")));
        var status = author.processed(video.toString());
        assertThat(status.path("state").asString()).isEqualTo("READY");
        master = nobody.address() + Objects.requireNonNull(library.previewUrl(video, PersonId.next()));
        begun = inMasters(runOf(status) + "/" + status.at("/renditions/0/name").asString());
        begunPlaylist = nobody.get(begun).text();
        Rebuilding.encrypted(context, video);
    }

    /** What the poster lies beside. */
    private static String runOf(JsonNode status) {
        return status.path("posterUrl").asString().replaceFirst(".*/([^/]+)/poster\\.jpg.*", "$1");
    }

    /**
     * A media playlist as the master playlist names it, which itself is not read: it would be remembered for a minute.
     */
    private String inMasters(String name) {
        return master.replace("/master.m3u8", "/" + name + ".m3u8");
    }

    /** The media playlists, as a player resolves them. */
    private List<String> renditions() {
        var base = URI.create(master);
        return nobody.get(master)
                .text()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> base.resolve(line).toString())
                .toList();
    }

    private static String first(String playlist, String pattern) {
        return playlist.lines()
                .filter(line -> line.matches(pattern))
                .findFirst()
                .orElseThrow()
                .replaceFirst(".*URI=\"([^\"]*)\".*", "$1");
    }

    @Test
    void picturesAndSoundPlayForTheWholeLengthWithTheKeyOfTheApplication() throws Exception {
        assertThat(renditions()).hasSize(2);
        for (var rendition : renditions()) {
            assertThat(tools().seconds(rendition)).isCloseTo(SECONDS, within(0.1));
        }
        assertThat(tools().keyFrames(renditions().getFirst())).containsExactly("0.000000", "4.000000");
    }

    @Test
    void beginningIsInClearAndSegmentsAreNot() {
        for (var rendition : renditions()) {
            var playlist = nobody.get(rendition).text();
            assertThat(playlist).containsSubsequence("#EXT-X-MAP:", "#EXT-X-KEY:METHOD=AES-128,URI=\"key?", "#EXTINF");
            assertThat(beginning(first(playlist, "#EXT-X-MAP.*"))).contains("ftyp");
            assertThat(beginning(first(playlist, "http.*"))).doesNotContain("styp", "moof");
        }
    }

    private static String beginning(String url) {
        var bytes = Api.download(url).response().body();
        return new String(bytes, 0, 16, StandardCharsets.ISO_8859_1);
    }

    @Test
    void whoBeganBeforeTheRebuildGoesOnWithWhatWasMadeThen() throws Exception {
        var asBegun = begun.replaceFirst("/[^/]*$", "");
        assertThat(renditions()).noneMatch(rendition -> rendition.startsWith(asBegun));
        assertThat(beginning(lastSegment(begunPlaylist))).contains("styp");

        var readAgain = nobody.get(begun).text();
        assertThat(readAgain.replaceAll("\\?.*", "")).isEqualTo(begunPlaylist.replaceAll("\\?.*", ""));
        assertThat(tools().seconds(begun)).isCloseTo(SECONDS, within(0.1));
    }

    private static String lastSegment(String playlist) {
        return playlist.lines().filter(line -> line.startsWith("http")).toList().getLast();
    }

    @Test
    void keyIsGivenToWhoMayPlayOnly() {
        var rendition = renditions().getFirst();
        var url = URI.create(rendition)
                .resolve(first(nobody.get(rendition).text(), "#EXT-X-KEY.*"))
                .toString();
        var key = nobody.get(url);
        assertThat(key.status()).isEqualTo(200);
        assertThat(key.response().body()).hasSize(16);
        assertThat(key.header("Cache-Control")).isEqualTo("no-store, private");
        nobody.get(url + "x").expectProblem(401, "playback-token-refused");
        nobody.get(url.replaceFirst("[^/]*/key", "01980000-0000-7000-8000-000000000001/key"))
                .expectProblem(404, "not-found");
    }
}
