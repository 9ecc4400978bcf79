package academy.artisan.lms.bench.video;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import academy.artisan.lms.bench.Author;
import academy.artisan.lms.bench.Goals;
import academy.artisan.lms.bench.Latencies;
import academy.artisan.lms.bench.Platform;

/**
 * What video costs: processing against the same ladder by hand, playlists, what a player fetches from where, and
 * openings of lessons while videos are processed.
 */
public final class VideoBenchmark {

    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final int ROUNDS = 3;
    private static final int SECONDS = 45;
    private static final int LONG_SECONDS = 150;
    private static final int SEGMENTS = 450;
    private static final int LEARNERS = 40;
    private static final int OPENINGS_A_MINUTE = 2000;
    private static final int PLAYLISTS = 2000;

    private final Platform platform;
    private final Goals goals;
    private final Author author;
    private final Ffmpeg ffmpeg;

    public VideoBenchmark(Platform platform, Goals goals) throws Exception {
        this.platform = platform;
        this.goals = goals;
        this.author = new Author(platform.as("author1"), platform.as("reviewer1"));
        this.ffmpeg = new Ffmpeg(platform.ffmpeg());
    }

    /** Prints all figures. */
    public void run() throws Exception {
        var folder = platform.scratch();
        var lecture = ffmpeg.source(
                folder.resolve("lecture.mp4"),
                "426x240",
                5,
                SEGMENTS * 4,
                "-c:v libx264 -preset ultrafast -crf 40 -g 20");
        var courseId = author.publish("讲座", ready(author.upload(lecture)));
        var learners = new ArrayList<Learner>();
        for (var i = 1; i <= LEARNERS; i++) {
            learners.add(Learner.of(platform.as("learner" + i), courseId));
        }
        playlists(learners.getFirst());
        new Player(platform.nobody()).play(learners.getFirst().open(), goals);
        openings(learners);
        processing();
    }

    private void processing() throws Exception {
        var folder = platform.scratch();
        var threads = Runtime.getRuntime().availableProcessors();
        say("Processing %d s of 1920x1080, %d threads, ladder 1080/720/540/360 and sound, %d rounds in turn"
                .formatted(SECONDS, threads, ROUNDS));
        var byHand = new double[ROUNDS];
        var platforms = new double[ROUNDS];
        for (var round = 0; round < ROUNDS; round++) {
            // Another one each time, for the same is not processed twice; and none that could be kept as it is
            var source = ffmpeg.source(
                    folder.resolve("source%d.mp4".formatted(round)),
                    "1920x1080",
                    25,
                    SECONDS,
                    "-c:v mpeg4 -q:v %d".formatted(3 + round));
            var begun = System.nanoTime();
            ffmpeg.ladder(source, folder.resolve("byhand" + round), threads);
            byHand[round] = seconds(begun);
            var videoId = author.upload(source);
            begun = System.nanoTime();
            ready(videoId);
            platforms[round] = seconds(begun);
            say("  round %d: by hand %6.2f s   platform %6.2f s   ratio %.3f"
                    .formatted(round + 1, byHand[round], platforms[round], platforms[round] / byHand[round]));
        }
        goals.atMost("median of the platform / median by hand", 1.10, median(platforms) / median(byHand));
    }

    private void playlists(Learner learner) {
        var master = learner.open();
        var nobody = platform.nobody();
        var media = Learner.addresses(master, nobody.bytes(master)).stream()
                .filter(address -> address.contains("240p"))
                .findFirst()
                .orElseThrow();
        var segments = Learner.addresses(media, nobody.bytes(media)).size() - 1;
        say("A playlist of %d signed segments, one request after the other, beside an endpoint that does nothing"
                .formatted(segments));
        var idle = new Latencies(PLAYLISTS);
        var signed = new Latencies(PLAYLISTS);
        for (var i = 0; i < PLAYLISTS * 2; i++) {
            var begun = System.nanoTime();
            nobody.bytes("/actuator/health/liveness");
            var between = System.nanoTime();
            nobody.bytes(media);
            if (i >= PLAYLISTS) { // before that everything gets warm
                idle.add(between - begun);
                signed.add(System.nanoTime() - between);
            }
        }
        say("  nothing   %s".formatted(idle));
        say("  playlist  %s".formatted(signed));
        goals.holds("it has 450 segments", segments == SEGMENTS);
        goals.atMost("p50 of the playlist, ms", 5, signed.percentile(50));
        goals.atMost("p99 of the playlist, ms", 20, signed.percentile(99));
    }

    private void openings(List<Learner> learners) throws Exception {
        var openings = new Openings(learners, OPENINGS_A_MINUTE);
        openings.run(Duration.ofSeconds(20)); // gets warm
        say("%d openings a minute, each with its master and one media playlist, for a minute"
                .formatted(OPENINGS_A_MINUTE));
        say("  idle              %s".formatted(openings.run(Duration.ofMinutes(1))));
        var sources = new ArrayList<Path>();
        for (var quality : List.of(8, 9)) {
            sources.add(ffmpeg.source(
                    platform.scratch().resolve("long%d.mp4".formatted(quality)),
                    "1920x1080",
                    25,
                    LONG_SECONDS,
                    "-c:v mpeg4 -q:v " + quality));
        }
        var first = author.upload(sources.getFirst());
        var second = author.upload(sources.getLast());
        platform.await(PATIENCE, "two videos in process", () -> isUnderWay(first) && isUnderWay(second));
        var result = openings.run(Duration.ofMinutes(1));
        say("  two transcodes    %s".formatted(result));
        goals.holds("all lessons were opened within the minute", result.count() == OPENINGS_A_MINUTE);
        goals.holds("both were still in process at its end", !author.isReady(first) && !author.isReady(second));
        goals.atMost("p99 of an opening meanwhile, ms", 1000, result.percentile(99));
        ready(first);
        ready(second);
    }

    private boolean isUnderWay(String videoId) {
        return author.client()
                        .get("/api/v1/videos/" + videoId)
                        .path("progressPercent")
                        .asInt()
                > 0;
    }

    private String ready(String videoId) throws InterruptedException {
        platform.await(PATIENCE, "video " + videoId, () -> author.isReady(videoId));
        return videoId;
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private static double median(double[] values) {
        return Arrays.stream(values)
                .sorted()
                .skip(values.length / 2)
                .findFirst()
                .orElseThrow();
    }

    static void say(String line) {
        System.out.println(line);
    }
}
