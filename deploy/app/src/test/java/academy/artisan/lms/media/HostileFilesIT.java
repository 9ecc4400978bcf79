package academy.artisan.lms.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import academy.artisan.lms.media.program.Confinement;
import academy.artisan.lms.media.program.Limits;
import academy.artisan.lms.media.program.Tool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Whatever is uploaded ends well or for a reason, soon, without looking anywhere else and without leaving anything. */
class HostileFilesIT extends VideoStory {

    /** For one of them: how long all take depends on the machine. */
    private static final Duration SOON = Duration.ofMinutes(1);

    private static final List<String> FETCHING = List.of(
            "-v",
            "error",
            "-protocol_whitelist",
            "file,http,tcp",
            "-extension_picky",
            "0",
            "-f",
            "hls",
            "-i",
            "playlist.mp4",
            "-f",
            "null",
            "-");

    @TempDir
    Path folder;

    @Test
    void everyFileEndsForTheRightReasonAndFetchesNothing() throws Exception {
        try (var lure = new Lure()) {
            var files = new HostileFiles(tools(), folder, lure);
            assertThat(files.contents()).hasSizeGreaterThan(40);
            Files.writeString(folder.resolve("playlist.mp4"), files.playlist());
            playUnbounded();
            await().until(() -> lure.visits() > 0);
            playWhereItRunsForUs(lure);
            var visits = lure.visits();
            followReferences(Files.write(folder.resolve("alias.mov"), files.content("alias.mov")));

            var author = author(0);
            var videos = new LinkedHashMap<String, String>();
            files.contents().forEach((name, content) -> videos.put(name, author.upload(name, content)));

            assertThat(ends(author, videos)).containsExactlyInAnyOrderEntriesOf(files.ends());
            assertThat(lure.visits()).isEqualTo(visits);
            assertNothingIsLeft();
            assertThat(videos.values()).allSatisfy(videoId -> assertNoCallBreaks(author, videoId));
        }
    }

    /** What ffmpeg does that may do all, so that it is known what would be seen if our limits were missing. */
    private void playUnbounded() throws Exception {
        var builder =
                new ProcessBuilder(Stream.concat(Stream.of(tools().ffmpeg().toString()), FETCHING.stream())
                        .toList());
        builder.directory(folder.toFile());
        builder.environment()
                .put("LD_LIBRARY_PATH", tools().ffmpeg().resolveSibling("").toString());
        builder.start().waitFor();
    }

    /** The same in the place where it runs for us, which has no network where the system can do that. */
    private void playWhereItRunsForUs(Lure lure) throws Exception {
        var visits = lure.visits();
        var limits = new Limits(null, Duration.ofSeconds(20), DataSize.ofMegabytes(1), 64);
        var outcome = new Tool(tools().ffmpeg().toString(), limits).run(FETCHING, folder, SOON, ignored -> {});
        var isCut = Confinement.ofThisSystem().cutsNetwork();
        assertThat(outcome.errors().contains("Network is unreachable")).isEqualTo(isCut);
        await().until(() -> (lure.visits() == visits) == isCut);
    }

    /** A film whose pictures are elsewhere is complete where a program may look there. */
    private void followReferences(Path film) throws Exception {
        var command = List.of("-v", "error", "-xerror", "-enable_drefs", "1", "-use_absolute_path", "1");
        Tools.run(
                tools().ffmpeg(),
                Stream.concat(command.stream(), Stream.of("-i", film.toString(), "-f", "null", "-"))
                        .toList());
    }

    /** Of all of them, as long as one ends after the other. */
    private static Map<String, String> ends(Author author, Map<String, String> videos) {
        var ends = new TreeMap<String, String>();
        while (ends.size() < videos.size()) {
            var known = ends.size();
            await().atMost(SOON).pollInterval(Duration.ofSeconds(1)).until(() -> {
                addEnds(author, videos, ends);
                return ends.size() > known;
            });
        }
        return ends;
    }

    private static void addEnds(Author author, Map<String, String> videos, Map<String, String> ends) {
        videos.forEach((name, videoId) -> {
            if (!ends.containsKey(name)) {
                end(author, videoId).ifPresent(end -> ends.put(name, end));
            }
        });
    }

    /** READY or why not; nothing while it is processed. */
    private static Optional<String> end(Author author, String videoId) {
        var answer = author.http().get("/api/v1/videos/" + videoId);
        assertThat(answer.status()).isEqualTo(200);
        var state = answer.json().path("state").asString();
        return switch (state) {
            case "PROCESSING" -> Optional.empty();
            case "FAILED" ->
                Optional.of(answer.json().path("failure").path("code").asString());
            default -> Optional.of(state);
        };
    }

    private void assertNothingIsLeft() throws IOException {
        var work = Path.of(environment.getRequiredProperty("lms.media.work-directory"))
                .toAbsolutePath();
        await().untilAsserted(() -> {
            try (var left = Files.list(work)) {
                assertThat(left.map(path -> path.getFileName().toString())).isSubsetOf("files", "exchange");
            }
        });
        assertThat(ProcessHandle.allProcesses())
                .noneMatch(process -> process.info().commandLine().orElse("").contains(work.toString()));
    }

    private static void assertNoCallBreaks(Author author, String videoId) {
        var path = "/api/v1/videos/" + videoId;
        assertThat(author.http().get(path, "zh-CN").status()).isEqualTo(200);
        assertThat(author.http().get(path + "/parts").status()).isLessThan(500);
        assertThat(author.http().delete(path).status()).isLessThan(500);
    }

    @Test
    void namesThatMeanSomethingElsewhereAreRefusedOrKeptAsTheyAre() {
        var author = author(0);
        for (var name :
                List.of("../../etc/passwd.mp4", "焊接 🤖 “一”.mp4", "' or 1=1 --.mp4", "%00%2e%2e.mp4", "a".repeat(255))) {
            var upload = author.begin(name, 10);
            assertThat(author.status(upload.videoId()).path("fileName").asString())
                    .isEqualTo(name);
        }
        for (var name : List.of("", " ", "a".repeat(256), "a\u0000b.mp4")) {
            var answer = author.announce(name, 10);
            assertThat(answer.status()).as(name).isEqualTo(400);
            assertThat(answer.text()).contains("fileName");
        }
    }
}
