package academy.artisan.lms.media.transcode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

import academy.artisan.lms.media.program.Outcome;
import academy.artisan.lms.media.program.Tool;
import academy.artisan.lms.media.program.VideoPrograms;
import academy.artisan.lms.media.source.Failure;
import academy.artisan.lms.media.source.Formats;
import academy.artisan.lms.media.source.Source;
import academy.artisan.lms.media.source.Timeline;
import academy.artisan.lms.media.source.Timelines;
import academy.artisan.lms.media.source.UnusableVideo;
import academy.artisan.lms.media.source.VideoLimits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes renditions, thumbnails and a poster of a source, in a directory of its own. */
@Component
class Transcoder {

    static final String POSTER = "poster.jpg";

    private static final Logger log = LoggerFactory.getLogger(Transcoder.class);

    private static final Duration POSTER_LIMIT = Duration.ofMinutes(5);
    /** What may be missing at the end before a source counts as damaged. */
    private static final double COMPLETE = 0.9;

    private final Tool ffmpeg;
    private final Timelines timelines;
    private final Ladder ladder;
    private final VideoPrograms programs;
    private final TranscodeProperties properties;
    private final VideoLimits limits;
    private final Clock clock;

    Transcoder(
            Timelines timelines,
            Ladder ladder,
            VideoPrograms programs,
            TranscodeProperties properties,
            VideoLimits limits,
            Clock clock) {
        this.ffmpeg = new Tool(programs.ffmpeg(), limits.forMaking(programs.timeLimit()));
        this.timelines = timelines;
        this.ladder = ladder;
        this.programs = programs;
        this.properties = properties;
        this.limits = limits;
        this.clock = clock;
    }

    /** Makes the renditions and thumbnails of a source. */
    Made make(Source source, Path file, Path output, IntConsumer percents)
            throws UnusableVideo, InterruptedException, IOException {
        var deadline = Deadline.in(programs.timeLimit(), clock);
        var timeline = timelines.read(source, file, output, deadline.left());
        requireAnnounced(source, timeline);
        var rungs = ladder.rungs(source.width(), source.height());
        var room = new Room(output, properties.spareRoom());
        room.require(rungs, timeline.seconds());
        var encoding = new Encoding(
                source,
                timeline,
                rungs,
                Repackaging.of(source, timeline, rungs.getFirst()).orElse(null),
                source.audioStream() == null ? null : loudness(source, file, output, deadline),
                Sheets.of(source.width(), source.height(), timeline.length()),
                properties.threadsPerEncoder());
        var renditions = new Attempt(file, output, deadline, room, percents).renditions(encoding);
        for (var rendition : renditions) {
            requireComplete(timeline, rendition);
        }
        return new Made(ladder.name(), renditions, encoding.thumbnails(), null);
    }

    /** Runs the one command, or two where the first shows that pictures cannot be kept. */
    private final class Attempt {

        private final Path file;
        private final Path output;
        private final Deadline deadline;
        private final Room room;
        private final IntConsumer percents;

        Attempt(Path file, Path output, Deadline deadline, Room room, IntConsumer percents) {
            this.file = file;
            this.output = output;
            this.deadline = deadline;
            this.room = room;
            this.percents = percents;
        }

        List<Rendition> renditions(Encoding encoding) throws UnusableVideo, InterruptedException, IOException {
            for (var rung : encoding.rungs()) {
                Files.createDirectories(output.resolve(rung.name()));
            }
            Files.createDirectories(output.resolve(Rendition.AUDIO));
            var kept = encoding.repackaging() == null
                    ? Optional.<List<Rendition>>empty()
                    : kept(encoding, encoding.repackaging());
            if (kept.isPresent()) {
                return kept.get();
            }
            var encoded = encoding.withoutRepackaging();
            encode(encoded);
            return encoded.measure(output);
        }

        /** A source that looks fit and is not, after all, is encoded like any other. */
        private Optional<List<Rendition>> kept(Encoding encoding, Repackaging repackaging)
                throws InterruptedException, IOException {
            try {
                var complaints = encode(encoding).errors();
                var made = encoding.measure(output);
                if (complaints.isEmpty() && repackaging.isKeptBy(made)) {
                    return Optional.of(made);
                }
                log.info("Pictures of the source cannot be kept: {}", complaints);
            } catch (UnusableVideo refused) {
                log.info("Pictures of the source cannot be kept: {}", refused.getMessage());
            }
            return Optional.empty();
        }

        private Outcome encode(Encoding encoding) throws UnusableVideo, InterruptedException {
            var progress = new Progress(encoding.pictures(), percents);
            return run(encoding.arguments(file, output), output, deadline.left(), room.watching(progress));
        }
    }

    private Loudness loudness(Source source, Path file, Path output, Deadline deadline)
            throws UnusableVideo, InterruptedException {
        var arguments = new ArrayList<>(List.of("-hide_banner", "-nostdin", "-loglevel", "error"));
        arguments.addAll(Formats.INPUT_LIMITS);
        arguments.addAll(List.of("-vn", "-sn", "-dn", "-i", file.toString(), "-map", "0:" + source.audioStream()));
        arguments.addAll(List.of("-af", Loudness.MEASURE, "-f", "null", "-"));
        var meter = new Loudness.Meter();
        run(arguments, output, deadline.left(), meter);
        return meter.loudness();
    }

    /**
     * A still picture from a tenth of the length, but no later than 10 seconds, where titles are over; the first one
     * where there is none or the file does not let find it.
     */
    void poster(Source source, Path file, Path output) throws UnusableVideo, InterruptedException {
        try {
            poster(
                    source,
                    List.of(
                            "-ss",
                            Double.toString(Math.min(10.0, source.length().toMillis() / 10_000.0))),
                    file,
                    output);
        } catch (UnusableVideo nothingThere) {
            poster(source, List.of(), file, output);
        }
    }

    private void poster(Source source, List<String> seeking, Path file, Path output)
            throws UnusableVideo, InterruptedException {
        var arguments = new ArrayList<>(List.of("-hide_banner", "-nostdin", "-loglevel", "error", "-y"));
        arguments.addAll(Formats.INPUT_LIMITS);
        arguments.addAll(seeking);
        arguments.addAll(List.of("-i", file.toString()));
        arguments.addAll(List.of("-map", "0:" + source.videoStream(), "-frames:v", "1"));
        arguments.addAll(
                List.of("-vf", "scale=w=640:h=640:force_original_aspect_ratio=decrease:reset_sar=1", "-q:v", "4"));
        arguments.add(output.resolve(POSTER).toString());
        run(arguments, output, POSTER_LIMIT, ignored -> {});
    }

    private Outcome run(List<String> arguments, Path directory, Duration limit, Consumer<String> lines)
            throws UnusableVideo, InterruptedException {
        try {
            var outcome = ffmpeg.run(bounded(arguments), directory, limit, lines);
            UnusableVideo.check(outcome, Failure.NOT_DECODABLE);
            return outcome;
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

    private void requireAnnounced(Source source, Timeline timeline) throws UnusableVideo {
        if (timeline.length().compareTo(limits.length()) > 0) {
            throw new UnusableVideo(Failure.TOO_LONG, timeline.length().toString());
        }
        if (timeline.isContinuous()) {
            requireMost(timeline.seconds(), source.length().toMillis() / 1000.0, Failure.INCOMPLETE);
        }
        if (!timeline.length().isPositive()) {
            throw new UnusableVideo(Failure.NO_DURATION, "no times");
        }
    }

    private static void requireComplete(Timeline timeline, Rendition made) throws UnusableVideo {
        requireMost(made.length().toMillis() / 1000.0, timeline.seconds(), Failure.NOT_DECODABLE);
    }

    private static void requireMost(double there, double promised, Failure failure) throws UnusableVideo {
        if (there < promised * COMPLETE) {
            throw new UnusableVideo(failure, "%.1f of %.1f seconds".formatted(there, promised));
        }
    }
}
