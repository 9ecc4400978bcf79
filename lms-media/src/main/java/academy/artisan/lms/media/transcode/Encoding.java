package academy.artisan.lms.media.transcode;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The one ffmpeg command that decodes a source once and writes all its renditions as HLS. All of them get their key
 * frames at the same times, so that a player can change between them at every segment.
 */
record Encoding(Source source, List<Rung> rungs, int threads) {

    static final int SEGMENT_SECONDS = 4;
    static final String PLAYLIST = "index.m3u8";
    static final String INIT = "init.mp4";

    /** A segment of a rendition; they are numbered from 0. */
    static String segment(int number) {
        return "%05d.m4s".formatted(number);
    }

    static Path directory(Path output, Rung rung) {
        return output.resolve(rung.name());
    }

    List<String> arguments(Path file, Path output) {
        var arguments = new ArrayList<>(List.of("-hide_banner", "-nostdin", "-loglevel", "error"));
        arguments.addAll(List.of("-progress", "pipe:1", "-stats_period", "1"));
        arguments.addAll(Formats.INPUT_LIMITS);
        arguments.addAll(List.of("-threads", Integer.toString(threads), "-i", file.toString()));
        arguments.addAll(List.of("-filter_complex", filters()));
        for (var i = 0; i < rungs.size(); i++) {
            arguments.addAll(List.of("-map", "[v%d]".formatted(i)));
            arguments.addAll(video(rungs.get(i)));
            arguments.addAll(audio());
            arguments.addAll(hls(directory(output, rungs.get(i))));
        }
        return arguments;
    }

    private String filters() {
        var outputs =
                IntStream.range(0, rungs.size()).mapToObj("[s%d]"::formatted).collect(Collectors.joining());
        var scalings = IntStream.range(0, rungs.size()).mapToObj(this::scaling).collect(Collectors.joining());
        return "[0:%d]%sfps=%s,split=%d%s%s"
                .formatted(
                        source.videoStream(),
                        source.interlaced() ? "bwdif=deint=interlaced," : "",
                        source.frameRate().forPlayback(),
                        rungs.size(),
                        outputs,
                        scalings);
    }

    private String scaling(int i) {
        var rung = rungs.get(i);
        return ";[s%d]scale=%d:%d:flags=bicubic,setsar=1,format=yuv420p[v%d]"
                .formatted(i, rung.width(), rung.height(), i);
    }

    private List<String> video(Rung rung) {
        var keyFrames = "expr:gte(t,n_forced*%d)".formatted(SEGMENT_SECONDS);
        var longestGroup = Math.round(source.frameRate().forPlayback().perSecond() * SEGMENT_SECONDS * 2);
        return List.of(
                "-c:v",
                "libx264",
                "-preset",
                "veryfast",
                "-crf",
                "23",
                "-maxrate",
                rung.maxKilobits() + "k",
                "-bufsize",
                rung.maxKilobits() * 2 + "k",
                "-threads",
                Integer.toString(threads),
                "-g",
                Long.toString(longestGroup),
                "-sc_threshold",
                "0",
                "-flags",
                "+cgop",
                "-force_key_frames",
                keyFrames);
    }

    private List<String> audio() {
        return source.audioStream() == null
                ? List.of()
                : List.of(
                        "-map", "0:" + source.audioStream(), "-c:a", "aac", "-b:a", "128k", "-ac", "2", "-ar", "48000");
    }

    private static List<String> hls(Path directory) {
        return List.of(
                "-f",
                "hls",
                "-hls_time",
                Integer.toString(SEGMENT_SECONDS),
                "-hls_list_size",
                "0",
                "-hls_playlist_type",
                "vod",
                "-hls_segment_type",
                "fmp4",
                "-hls_fmp4_init_filename",
                INIT,
                "-hls_segment_filename",
                directory.resolve("%05d.m4s").toString(),
                directory.resolve(PLAYLIST).toString());
    }
}
