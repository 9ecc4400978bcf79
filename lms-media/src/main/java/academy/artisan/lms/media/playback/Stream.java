package academy.artisan.lms.media.playback;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A video that is ready, as far as a playlist needs it; it never changes. */
record Stream(Duration length, List<Rendition> renditions) {

    record Rendition(
            String name,
            int width,
            int height,
            int peakBitsPerSecond,
            int averageBitsPerSecond,
            String codecs,
            double frameRate,
            List<Double> segmentSeconds,
            String keyPrefix) {}

    Optional<Rendition> rendition(String name) {
        return renditions.stream()
                .filter(rendition -> rendition.name().equals(name))
                .findFirst();
    }
}
