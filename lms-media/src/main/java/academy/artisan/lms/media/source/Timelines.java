package academy.artisan.lms.media.source;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import academy.artisan.lms.media.program.Tool;
import academy.artisan.lms.media.program.VideoPrograms;
import org.springframework.stereotype.Component;

/** Goes through all packets of a source, without decoding them. */
@Component
public class Timelines {

    private final Tool ffprobe;

    Timelines(VideoPrograms programs, VideoLimits limits) {
        this.ffprobe = new Tool(programs.ffprobe(), limits.forMaking(programs.timeLimit()));
    }

    public Timeline read(Source source, Path file, Path directory, Duration limit)
            throws UnusableVideo, InterruptedException {
        var arguments = new ArrayList<>(List.of("-v", "error", "-of", "compact=p=0"));
        arguments.addAll(List.of("-show_entries", TimelineReport.WANTED));
        arguments.addAll(Formats.INPUT_LIMITS);
        arguments.add(file.toString());
        var report = new TimelineReport(source);
        try {
            var outcome = ffprobe.run(arguments, directory, limit, report);
            UnusableVideo.check(outcome, Failure.NOT_DECODABLE);
            return report.timeline();
        } catch (Tool.TimeOver endless) {
            throw new UnusableVideo(Failure.TOOK_TOO_LONG, "reading");
        }
    }
}
