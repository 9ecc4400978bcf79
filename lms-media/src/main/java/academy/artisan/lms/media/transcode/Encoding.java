package academy.artisan.lms.media.transcode;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import academy.artisan.lms.media.content.Thumbnails;
import org.jspecify.annotations.Nullable;

/**
 * The one ffmpeg command that decodes a source once and writes all its renditions as CMAF tracks for HLS, each without
 * the others: pictures in several sizes, sound, and thumbnails. All pictures get their key frames at the same times, so
 * that a player can change between them at every segment.
 *
 * @param loudness of the sound; null without sound
 */
record Encoding(Source source, List<Rung> rungs, @Nullable Loudness loudness, Thumbnails thumbnails, int threads) {

    static final int SEGMENT_SECONDS = 4;
    static final String PLAYLIST = "index.m3u8";
    static final String INIT = "init.mp4";

    private static final String PREPARED = "[prepared%d]";
    private static final String PICTURES = "[pictures%d]";
    private static final String SHEETS = "[sheets]";

    /** A segment of a rendition; they are numbered from 0. */
    static String segment(int number) {
        return "%05d.m4s".formatted(number);
    }

    List<String> arguments(Path file, Path output) {
        var arguments = new ArrayList<>(List.of("-hide_banner", "-nostdin", "-loglevel", "error"));
        arguments.addAll(List.of("-progress", "pipe:1", "-stats_period", "1"));
        arguments.addAll(Formats.INPUT_LIMITS);
        arguments.addAll(List.of("-threads", Integer.toString(threads), "-i", file.toString()));
        arguments.addAll(List.of("-filter_complex", filters()));
        for (var i = 0; i < rungs.size(); i++) {
            arguments.addAll(List.of("-map", PICTURES.formatted(i)));
            arguments.addAll(video(rungs.get(i)));
            arguments.addAll(hls(output.resolve(rungs.get(i).name())));
        }
        if (loudness != null) {
            arguments.addAll(audio(loudness));
            arguments.addAll(hls(output.resolve(Rendition.AUDIO)));
        }
        arguments.addAll(List.of("-map", SHEETS, "-q:v", "5", "-f", "image2"));
        arguments.add(output.resolve("sheet%d.jpg").toString());
        return arguments;
    }

    private String filters() {
        var branches = rungs.size() + 1;
        var prepared =
                IntStream.range(0, branches).mapToObj(PREPARED::formatted).collect(Collectors.joining());
        var scalings = IntStream.range(0, rungs.size()).mapToObj(this::scaling).collect(Collectors.joining());
        return "[0:%d]%sfps=fps=%s:start_time=0,split=%d%s%s;%s%s%s"
                .formatted(
                        source.videoStream(),
                        source.interlaced() ? "bwdif=deint=interlaced," : "",
                        source.frameRate().forPlayback(),
                        branches,
                        prepared,
                        scalings,
                        PREPARED.formatted(rungs.size()),
                        Sheets.filter(thumbnails),
                        SHEETS);
    }

    private String scaling(int i) {
        var rung = rungs.get(i);
        return ";%sscale=%d:%d:flags=bicubic,setsar=1,format=yuv420p%s"
                .formatted(PREPARED.formatted(i), rung.width(), rung.height(), PICTURES.formatted(i));
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

    private List<String> audio(Loudness measured) {
        return List.of(
                "-map",
                "0:" + source.audioStream(),
                "-af",
                measured.filter(),
                "-c:a",
                "aac",
                "-b:a",
                "128k",
                "-ar",
                "48000");
    }

    /**
     * Times stay as they are, so that pictures and sound begin together: what comes before 0 is for the decoder only.
     */
    private static List<String> hls(Path directory) {
        return List.of(
                "-avoid_negative_ts",
                "disabled",
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
                "-hls_segment_options",
                "brand=cmfc",
                "-hls_fmp4_init_filename",
                INIT,
                "-hls_segment_filename",
                directory.resolve("%05d.m4s").toString(),
                directory.resolve(PLAYLIST).toString());
    }
}
