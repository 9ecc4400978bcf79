package academy.artisan.lms.media.transcode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

import academy.artisan.lms.media.program.Tool;
import org.springframework.stereotype.Component;

/** Makes renditions, thumbnails and a poster of a source, in a directory of its own. */
@Component
class Transcoder {

    static final String POSTER = "poster.jpg";

    private static final Duration POSTER_LIMIT = Duration.ofMinutes(5);
    /** What may be missing at the end before a source counts as damaged. */
    private static final double COMPLETE = 0.9;

    private final Tool ffmpeg;
    private final TranscodeProperties properties;
    private final VideoLimits limits;

    Transcoder(TranscodeProperties properties, VideoLimits limits) {
        this.ffmpeg = new Tool(properties.ffmpeg(), limits.forMaking(properties.timeLimit()));
        this.properties = properties;
        this.limits = limits;
    }

    /** Makes the renditions and thumbnails of a source. */
    Made make(Source source, Path file, Path output, IntConsumer percents)
            throws UnusableVideo, InterruptedException, IOException {
        var rungs = Ladder.of(source.width(), source.height());
        var loudness = source.audioStream() == null ? null : loudness(source, file, output);
        var thumbnails = Sheets.of(source.width(), source.height(), source.length());
        var encoding = new Encoding(source, rungs, loudness, thumbnails, properties.threadsPerEncoder());
        for (var rung : rungs) {
            Files.createDirectories(output.resolve(rung.name()));
        }
        Files.createDirectories(output.resolve(Rendition.AUDIO));
        run(encoding.arguments(file, output), output, properties.timeLimit(), new Progress(source.length(), percents));
        var made = new ArrayList<Rendition>();
        for (var rung : rungs) {
            made.add(
                    Rendition.measure(rung, source.frameRate().forPlayback().perSecond(), output.resolve(rung.name())));
        }
        requireComplete(source, made.getFirst());
        if (loudness != null) {
            made.add(Rendition.measureAudio(output.resolve(Rendition.AUDIO)));
        }
        return new Made("1080,720,540,360", made, thumbnails, null);
    }

    private Loudness loudness(Source source, Path file, Path output) throws UnusableVideo, InterruptedException {
        var arguments = new ArrayList<>(List.of("-hide_banner", "-nostdin", "-loglevel", "error"));
        arguments.addAll(Formats.INPUT_LIMITS);
        arguments.addAll(List.of("-vn", "-sn", "-dn", "-i", file.toString(), "-map", "0:" + source.audioStream()));
        arguments.addAll(List.of("-af", Loudness.MEASURE, "-f", "null", "-"));
        var meter = new Loudness.Meter();
        run(arguments, output, properties.timeLimit(), meter);
        return meter.loudness();
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

    private void run(List<String> arguments, Path directory, Duration limit, Consumer<String> lines)
            throws UnusableVideo, InterruptedException {
        try {
            var outcome = ffmpeg.run(bounded(arguments), directory, limit, lines);
            if (outcome.isNoFaultOfTheContent()) {
                throw new IllegalStateException("ffmpeg ended with %s".formatted(outcome));
            }
            if (outcome.isBeyondLimits()) {
                throw new UnusableVideo(Failure.TOO_DEMANDING, outcome.toString());
            }
            if (!outcome.isSuccess()) {
                throw new UnusableVideo(Failure.NOT_DECODABLE, outcome.errors());
            }
        } catch (Tool.TimeOver endless) {
            throw new UnusableVideo(Failure.TOOK_TOO_LONG, "more than " + limit);
        }
    }

    /** Nothing beyond the limits is read of the first input, whatever it said of itself. */
    private List<String> bounded(List<String> arguments) {
        var bounded = new ArrayList<>(Formats.largest(limits));
        bounded.addAll(List.of("-t", Long.toString(limits.length().toSeconds())));
        bounded.addAll(arguments);
        return bounded;
    }

    private static void requireComplete(Source source, Rendition made) throws UnusableVideo {
        var promised = source.length().toMillis() / 1000.0;
        var decoded = made.length().toMillis() / 1000.0;
        if (decoded < promised * COMPLETE) {
            throw new UnusableVideo(
                    Failure.INCOMPLETE, "%.1f of %.1f seconds can be decoded".formatted(decoded, promised));
        }
    }
}
