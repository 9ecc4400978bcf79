package academy.artisan.lms.media.transcode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import academy.artisan.lms.media.content.Thumbnails;
import academy.artisan.lms.media.source.Formats;
import academy.artisan.lms.media.source.KeyFrames;
import academy.artisan.lms.media.source.Source;
import academy.artisan.lms.media.source.Timeline;
import academy.artisan.lms.media.source.UnusableVideo;
import org.jspecify.annotations.Nullable;

/**
 * The one ffmpeg command that decodes a source once and writes all its renditions as CMAF tracks for HLS, each without
 * the others: pictures in several sizes, sound, and thumbnails. All pictures get their key frames at the same times, so
 * that a player can change between them at every segment; and what is over first is filled up, with silence or with its
 * last picture.
 *
 * @param repackaging if the source's own pictures are the top rung; null if all are encoded
 * @param loudness of the sound; null without sound
 */
record Encoding(
        Source source,
        Timeline timeline,
        List<Rung> rungs,
        @Nullable Repackaging repackaging,
        @Nullable Loudness loudness,
        Thumbnails thumbnails,
        int threads) {

    static final int SEGMENT_SECONDS = KeyFrames.SEGMENT_SECONDS;
    /** Longer than what lies between two cuts of a source. */
    private static final int LONGEST_GROUP_SECONDS = 16;

    static final String PLAYLIST = "index.m3u8";
    static final String INIT = "init.mp4";

    private static final String PREPARED = "[prepared%d]";
    /** What a screen shows that knows no high dynamic range. */
    private static final String TO_STANDARD_RANGE =
            "zscale=t=linear:npl=100,format=gbrpf32le,zscale=p=bt709,tonemap=tonemap=hable:desat=0"
                    + ",zscale=t=bt709:m=bt709:r=limited,format=yuv420p";

    private static final String PICTURES = "[pictures%d]";
    private static final String SHEETS = "[sheets]";

    /** A segment of a rendition; they are numbered from 0. */
    static String segment(int number) {
        return "%05d.m4s".formatted(number);
    }

    Encoding withoutRepackaging() {
        return new Encoding(source, timeline, rungs, null, loudness, thumbnails, threads);
    }

    /** How many each of the renditions will have. */
    double pictures() {
        return timeline.seconds() * source.frameRate().forPlayback().perSecond();
    }

    /** What the command made. */
    List<Rendition> measure(Path output) throws IOException, UnusableVideo {
        var made = new ArrayList<Rendition>();
        var framesPerSecond = source.frameRate().forPlayback().perSecond();
        for (var rung : rungs) {
            made.add(Rendition.measure(rung, framesPerSecond, output.resolve(rung.name())));
        }
        if (loudness != null) {
            made.add(Rendition.measureAudio(output.resolve(Rendition.AUDIO)));
        }
        return made;
    }

    List<String> arguments(Path file, Path output) {
        var arguments = new ArrayList<>(List.of("-hide_banner", "-nostdin", "-loglevel", "error"));
        arguments.addAll(List.of("-progress", "pipe:1", "-stats_period", "1"));
        arguments.addAll(Formats.INPUT_LIMITS);
        arguments.addAll(List.of("-threads", Integer.toString(threads), "-i", file.toString()));
        arguments.addAll(List.of("-filter_complex", filters()));
        if (repackaging != null) {
            arguments.addAll(List.of("-map", "0:" + source.videoStream(), "-c:v", "copy"));
            arguments.addAll(hls(output.resolve(rungs.getFirst().name())));
        }
        var encoded = encoded();
        for (var i = 0; i < encoded.size(); i++) {
            arguments.addAll(List.of("-map", PICTURES.formatted(i)));
            arguments.addAll(video(encoded.get(i)));
            arguments.addAll(hls(output.resolve(encoded.get(i).name())));
        }
        if (loudness != null) {
            arguments.addAll(audio(loudness));
            arguments.addAll(hls(output.resolve(Rendition.AUDIO)));
        }
        arguments.addAll(
                List.of("-map", SHEETS, "-q:v", "5", "-fps_mode", "passthrough", "-f", "image2", "-start_number", "0"));
        arguments.add(output.resolve("sheet%d.jpg").toString());
        return arguments;
    }

    private List<Rung> encoded() {
        return repackaging == null ? rungs : rungs.subList(1, rungs.size());
    }

    private String filters() {
        var encoded = encoded();
        var branches = encoded.size() + 1;
        var prepared =
                IntStream.range(0, branches).mapToObj(PREPARED::formatted).collect(Collectors.joining());
        var scalings = IntStream.range(0, encoded.size())
                .mapToObj(i -> scaling(i, encoded.get(i)))
                .collect(Collectors.joining());
        return "[0:%d]%s,split=%d%s%s;%s%s%s"
                .formatted(
                        source.videoStream(),
                        preparation(),
                        branches,
                        prepared,
                        scalings,
                        PREPARED.formatted(encoded.size()),
                        Sheets.filter(thumbnails),
                        SHEETS);
    }

    /** What is done once for all renditions. */
    private String preparation() {
        var steps = new ArrayList<String>();
        if (source.interlaced()) {
            steps.add("bwdif=deint=interlaced");
        }
        steps.add("fps=fps=%s:start_time=0".formatted(source.frameRate().forPlayback()));
        if (timeline.stillAtTheEnd() > 0) {
            steps.add(String.format(Locale.ROOT, "tpad=stop_mode=clone:stop_duration=%.3f", timeline.stillAtTheEnd()));
        }
        if (source.picture().isHighDynamicRange()) {
            var top = rungs.getFirst();
            steps.add("setparams=color_primaries=bt2020:color_trc=%s:colorspace=bt2020nc"
                    .formatted(source.picture().transfer()));
            steps.add("zscale=w=%d:h=%d".formatted(top.width(), top.height()));
            steps.add(TO_STANDARD_RANGE);
        }
        return String.join(",", steps);
    }

    private static String scaling(int i, Rung rung) {
        return ";%sscale=%d:%d:flags=bicubic:out_range=tv,setsar=1,format=yuv420p%s"
                .formatted(PREPARED.formatted(i), rung.width(), rung.height(), PICTURES.formatted(i));
    }

    private List<String> video(Rung rung) {
        var longestGroup = Math.round(source.frameRate().forPlayback().perSecond() * LONGEST_GROUP_SECONDS);
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
                keyFrames());
    }

    /** At every segment; where the source is cut, at the picture that is shown there. */
    private String keyFrames() {
        if (repackaging == null) {
            return "expr:gte(t,n_forced*%d)".formatted(SEGMENT_SECONDS);
        }
        var halfAPicture = 0.5 / source.frameRate().perSecond();
        return repackaging.cuts().stream()
                .map(cut -> String.format(Locale.ROOT, "%.4f", Math.max(0, cut - halfAPicture)))
                .collect(Collectors.joining(","));
    }

    private List<String> audio(Loudness measured) {
        return List.of(
                "-map",
                "0:" + source.audioStream(),
                "-af",
                measured.filter() + filledUp(),
                "-c:a",
                "aac",
                "-b:a",
                "128k",
                "-ar",
                "48000");
    }

    private String filledUp() {
        return timeline.isContinuous()
                ? String.format(Locale.ROOT, ",apad=whole_dur=%1$.3f,atrim=end=%1$.3f", timeline.seconds())
                : "";
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
