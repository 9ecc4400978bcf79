package academy.artisan.lms.media.transcode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A rendition as it was made, with what a master playlist has to say of it: all measured, nothing assumed.
 *
 * @param peakBitsPerSecond of the segment that needs most
 */
record Rendition(
        Rung rung,
        double frameRate,
        String codecs,
        int peakBitsPerSecond,
        int averageBitsPerSecond,
        List<Double> segmentSeconds) {

    static Rendition measure(Rung rung, double frameRate, boolean withAudio, Path directory) throws IOException {
        var seconds = segmentSeconds(Files.readAllLines(directory.resolve(Encoding.PLAYLIST)));
        var peak = 0.0;
        var allBytes = 0L;
        for (var i = 0; i < seconds.size(); i++) {
            var bytes = Files.size(directory.resolve(Encoding.segment(i)));
            allBytes += bytes;
            peak = Math.max(peak, bytes * 8 / seconds.get(i));
        }
        var average = allBytes * 8 / length(seconds);
        var codecs = videoCodec(Files.readAllBytes(directory.resolve(Encoding.INIT))) + (withAudio ? ",mp4a.40.2" : "");
        return new Rendition(rung, frameRate, codecs, (int) Math.ceil(peak), (int) Math.ceil(average), seconds);
    }

    double length() {
        return length(segmentSeconds);
    }

    private static double length(List<Double> seconds) {
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
    static String videoCodec(byte[] init) {
        var at = new String(init, StandardCharsets.ISO_8859_1).indexOf("avcC");
        if (at < 0) {
            throw new IllegalStateException("The init segment has no H.264 configuration");
        }
        return "avc1.%02x%02x%02x".formatted(init[at + 5], init[at + 6], init[at + 7]);
    }
}
