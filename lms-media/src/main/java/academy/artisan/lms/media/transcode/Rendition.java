package academy.artisan.lms.media.transcode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import academy.artisan.lms.media.source.Failure;
import academy.artisan.lms.media.source.UnusableVideo;
import org.jspecify.annotations.Nullable;

/**
 * A rendition as it was made, with what a master playlist has to say of it: all measured, nothing assumed.
 *
 * @param frames null for sound alone
 * @param codecs as RFC 6381 names them
 * @param peakBitsPerSecond of the segment that needs most
 */
record Rendition(
        String name,
        @Nullable Frames frames,
        String codecs,
        int peakBitsPerSecond,
        int averageBitsPerSecond,
        List<Double> segmentSeconds) {

    static final String AUDIO = "audio";
    private static final String AAC_LC = "mp4a.40.2";

    /** What is shown. */
    record Frames(int width, int height, double perSecond) {}

    static Rendition measure(Rung rung, double framesPerSecond, Path directory) throws IOException, UnusableVideo {
        if (!Files.exists(directory.resolve(Encoding.INIT))) {
            throw new UnusableVideo(Failure.NOT_DECODABLE, "no picture came out");
        }
        var codec = videoCodec(Files.readAllBytes(directory.resolve(Encoding.INIT)));
        return measure(rung.name(), new Frames(rung.width(), rung.height(), framesPerSecond), codec, directory);
    }

    static Rendition measureAudio(Path directory) throws IOException {
        return measure(AUDIO, null, AAC_LC, directory);
    }

    private static Rendition measure(String name, @Nullable Frames frames, String codecs, Path directory)
            throws IOException {
        var seconds = segmentSeconds(Files.readAllLines(directory.resolve(Encoding.PLAYLIST)));
        var peak = 0.0;
        var allBytes = 0L;
        for (var i = 0; i < seconds.size(); i++) {
            var bytes = Files.size(directory.resolve(Encoding.segment(i)));
            allBytes += bytes;
            peak = Math.max(peak, bytes * 8 / seconds.get(i));
        }
        var average = allBytes * 8 / sum(seconds);
        return new Rendition(name, frames, codecs, (int) Math.ceil(peak), (int) Math.ceil(average), seconds);
    }

    Duration length() {
        return Duration.ofMillis(Math.round(sum(segmentSeconds) * 1000));
    }

    private static double sum(List<Double> seconds) {
        return seconds.stream().mapToDouble(Double::doubleValue).sum();
    }

    static List<Double> segmentSeconds(List<String> playlist) {
        var seconds = new ArrayList<Double>();
        for (var line : playlist) {
            if (line.startsWith("#EXTINF:")) {
                seconds.add(Double.valueOf(line.substring("#EXTINF:".length(), line.indexOf(','))));
            }
        }
        return seconds;
    }

    /** Profile and level as RFC 6381 wants them, from the decoder configuration record of the init segment. */
    static String videoCodec(byte[] init) throws UnusableVideo {
        var at = new String(init, StandardCharsets.ISO_8859_1).indexOf("avcC");
        if (at < 0) {
            throw new UnusableVideo(Failure.NOT_DECODABLE, "the init segment has no H.264 configuration");
        }
        return "avc1.%02x%02x%02x".formatted(init[at + 5], init[at + 6], init[at + 7]);
    }
}
