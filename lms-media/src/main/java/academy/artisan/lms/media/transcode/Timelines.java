package academy.artisan.lms.media.transcode;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import academy.artisan.lms.media.program.Tool;
import org.springframework.stereotype.Component;

/** Goes through all packets of a source, without decoding them. */
@Component
class Timelines {

    private final Tool ffprobe;
    private final TranscodeProperties properties;

    Timelines(TranscodeProperties properties, VideoLimits limits) {
        this.ffprobe = new Tool(properties.ffprobe(), limits.forMaking(properties.timeLimit()));
        this.properties = properties;
    }

    Timeline read(Source source, Path file, Path directory) throws UnusableVideo, InterruptedException {
        var arguments = new ArrayList<>(List.of("-v", "error", "-of", "compact=p=0"));
        arguments.addAll(List.of("-show_entries", TimelineReport.WANTED));
        arguments.addAll(Formats.INPUT_LIMITS);
        arguments.add(file.toString());
        var report = new TimelineReport(source);
        try {
            var outcome = ffprobe.run(arguments, directory, properties.timeLimit(), report);
            UnusableVideo.check(outcome, Failure.NOT_DECODABLE);
            return report.timeline();
        } catch (Tool.TimeOver endless) {
            throw new UnusableVideo(Failure.TOOK_TOO_LONG, "reading");
        }
    }
}
