package academy.artisan.lms.media.transcode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

import academy.artisan.lms.media.program.Tool;
import org.springframework.stereotype.Component;

/** Makes renditions and a poster of a source, in a directory of its own. */
@Component
class Transcoder {

    static final String POSTER = "poster.jpg";

    private static final Duration POSTER_LIMIT = Duration.ofMinutes(5);
    /** What may be missing at the end before a source counts as damaged. */
    private static final double COMPLETE = 0.9;

    private final Tool ffmpeg;
    private final TranscodeProperties properties;

    Transcoder(TranscodeProperties properties) {
        this.ffmpeg = new Tool(properties.ffmpeg());
        this.properties = properties;
    }

    List<Rendition> renditions(Source source, Path file, Path output, IntConsumer percents)
            throws UnusableVideo, InterruptedException, IOException {
        var rungs = Ladder.of(source.width(), source.height());
        for (var rung : rungs) {
            Files.createDirectories(Encoding.directory(output, rung));
        }
        var encoding = new Encoding(source, rungs, properties.threadsPerEncoder());
        run(encoding.arguments(file, output), output, properties.timeLimit(), new Progress(source.length(), percents));
        var made = new ArrayList<Rendition>();
        for (var rung : rungs) {
            made.add(Rendition.measure(
                    rung,
                    source.frameRate().forPlayback().perSecond(),
                    source.audioStream() != null,
                    Encoding.directory(output, rung)));
        }
        requireComplete(source, made.getFirst());
        return made;
    }

    /** A still picture from a tenth of the length, but no later than 10 seconds, where titles are over. */
    void poster(Source source, Path file, Path output) throws UnusableVideo, InterruptedException {
        var at = Math.min(10.0, source.length().toMillis() / 10_000.0);
        var arguments = new ArrayList<>(List.of("-hide_banner", "-nostdin", "-loglevel", "error", "-y"));
        arguments.addAll(Formats.INPUT_LIMITS);
        arguments.addAll(List.of("-ss", Double.toString(at), "-i", file.toString()));
        arguments.addAll(List.of("-map", "0:" + source.videoStream(), "-frames:v", "1"));
        arguments.addAll(
                List.of("-vf", "scale=w=640:h=640:force_original_aspect_ratio=decrease:reset_sar=1", "-q:v", "4"));
        arguments.add(output.resolve(POSTER).toString());
        run(arguments, output, POSTER_LIMIT, new Progress(source.length(), ignored -> {}));
    }

    private void run(List<String> arguments, Path directory, Duration limit, Progress progress)
            throws UnusableVideo, InterruptedException {
        try {
            var outcome = ffmpeg.run(arguments, directory, limit, progress);
            if (outcome.isNoFaultOfTheContent()) {
                throw new IllegalStateException("ffmpeg ended with %s".formatted(outcome));
            }
            if (!outcome.isSuccess()) {
                throw new UnusableVideo(Failure.NOT_DECODABLE, outcome.errors());
            }
        } catch (Tool.TimeOver endless) {
            throw new UnusableVideo(Failure.TOOK_TOO_LONG, "more than " + limit);
        }
    }

    private static void requireComplete(Source source, Rendition made) throws UnusableVideo {
        var promised = source.length().toMillis() / 1000.0;
        if (made.length() < promised * COMPLETE) {
            throw new UnusableVideo(
                    Failure.NOT_DECODABLE, "%.1f of %.1f seconds can be decoded".formatted(made.length(), promised));
        }
    }
}
