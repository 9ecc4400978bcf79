package academy.artisan.lms.media.transcode;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

import academy.artisan.lms.media.program.Tool;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Finds out what an uploaded file is, from its content alone. */
@Component
class Prober {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String WANTED = "format=duration,start_time"
            + ":stream=index,codec_type,codec_name,profile,level,pix_fmt,bit_rate,width,height,avg_frame_rate,r_frame_rate"
            + ",sample_aspect_ratio,field_order,color_transfer,duration,start_time,channels,channel_layout,sample_rate"
            + ":stream_disposition=attached_pic,default:stream_side_data=rotation";

    private final Tool ffprobe;
    private final JsonMapper json;

    Prober(TranscodeProperties properties, JsonMapper json) {
        this.ffprobe = new Tool(properties.ffprobe());
        this.json = json;
    }

    Source probe(Path file, Path directory) throws UnusableVideo, InterruptedException {
        var arguments = new ArrayList<>(List.of("-v", "error", "-of", "json", "-show_entries", WANTED));
        arguments.addAll(Formats.INPUT_LIMITS);
        arguments.add(file.toString());
        var report = new StringJoiner("\n");
        try {
            var outcome = ffprobe.run(arguments, directory, LIMIT, report::add);
            if (outcome.isSuccess()) {
                return ProbeReport.read(json, report.toString());
            }
            if (outcome.isNoFaultOfTheContent()) {
                throw new IllegalStateException("ffprobe ended with %s".formatted(outcome));
            }
            throw new UnusableVideo(Failure.NOT_A_VIDEO, outcome.errors());
        } catch (Tool.TimeOver endless) {
            throw new UnusableVideo(Failure.TOOK_TOO_LONG, "probing");
        }
    }
}
