package academy.artisan.lms.media.source;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Pattern;

import academy.artisan.lms.media.program.Outcome;
import academy.artisan.lms.media.program.Tool;
import academy.artisan.lms.media.program.VideoPrograms;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Finds out what an uploaded file is, from its content alone. */
@Component
public class Prober {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String TABLE_OF_CONTENTS_MISSING = "moov atom not found";
    /** Of a decoder that did not make room for it. */
    private static final Pattern REFUSED_SIZE = Pattern.compile("Picture size (\\d{1,9})x(\\d{1,9}) ");

    /** The packets are those at the beginning, which tell whether there is more than one picture, and in clear. */
    static final int PACKETS = 50;

    private static final String WANTED = "format=format_name,duration,start_time"
            + ":stream=index,codec_type,codec_name,codec_tag_string,profile,level,pix_fmt,bit_rate,width,height,avg_frame_rate,r_frame_rate"
            + ",sample_aspect_ratio,field_order,color_transfer,duration,start_time,channels,channel_layout,sample_rate,nb_frames"
            + ":stream_disposition=attached_pic,default:stream_side_data=rotation,side_data_type"
            + ":packet=stream_index:packet_side_data=side_data_type";

    private final Tool ffprobe;
    private final VideoLimits limits;
    private final JsonMapper json;

    Prober(VideoPrograms programs, VideoLimits limits, JsonMapper json) {
        this.ffprobe = new Tool(programs.ffprobe(), limits.forProbing());
        this.limits = limits;
        this.json = json;
    }

    public Source probe(Path file, Path directory) throws UnusableVideo, InterruptedException {
        var arguments = new ArrayList<>(List.of("-v", "error", "-of", "json", "-show_entries", WANTED));
        arguments.addAll(List.of("-read_intervals", "%+#" + PACKETS));
        arguments.addAll(Formats.INPUT_LIMITS);
        arguments.addAll(Formats.largest(limits));
        arguments.add(file.toString());
        var report = new StringJoiner("\n");
        try {
            var outcome = ffprobe.run(arguments, directory, LIMIT, report::add);
            UnusableVideo.check(outcome, refusal(outcome));
            var read = ProbeReport.of(json, report.toString());
            if (isTooLarge(outcome) && !read.hasPicture()) {
                throw new UnusableVideo(Failure.PICTURE_TOO_LARGE, outcome.errors());
            }
            return read.source(limits);
        } catch (Tool.TimeOver endless) {
            throw new UnusableVideo(Failure.TOOK_TOO_LONG, "probing");
        }
    }

    private boolean isTooLarge(Outcome outcome) {
        return REFUSED_SIZE
                .matcher(outcome.errors())
                .results()
                .anyMatch(size -> Long.parseLong(size.group(1)) * Long.parseLong(size.group(2)) > limits.pixels());
    }

    private Failure refusal(Outcome outcome) {
        if (isTooLarge(outcome)) {
            return Failure.PICTURE_TOO_LARGE;
        }
        return outcome.errors().contains(TABLE_OF_CONTENTS_MISSING) ? Failure.INCOMPLETE : Failure.NOT_A_VIDEO;
    }
}
