package academy.artisan.lms.media.playback;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import academy.artisan.lms.media.content.Thumbnails;
import org.jspecify.annotations.Nullable;

/**
 * What one run made of a video, as far as playlists need it; it never changes.
 *
 * @param renditions the pictures, the smallest first
 * @param sound null without sound, and where it is part of the pictures
 * @param thumbnails pictures for the seek bar; null where none were made
 * @param isEncrypted whether a key is needed for the segments
 * @param keyPrefix where the objects of the run lie
 */
record Stream(
        UUID run,
        Duration length,
        List<Rendition> renditions,
        @Nullable Rendition sound,
        @Nullable Thumbnails thumbnails,
        boolean isEncrypted,
        String keyPrefix) {

    /** Beyond twice the length: for pauses and for watching parts again. */
    private static final Duration MARGIN = Duration.ofHours(1);

    record Rendition(
            String name,
            @Nullable Picture picture,
            int peakBitsPerSecond,
            int averageBitsPerSecond,
            String codecs,
            List<Double> segmentSeconds,
            String keyPrefix) {}

    record Picture(int width, int height, double frameRate) {}

    /** How long the addresses of segments last. */
    Duration playableFor() {
        return length.multipliedBy(2).plus(MARGIN);
    }

    Optional<Rendition> rendition(String name) {
        return java.util.stream.Stream.concat(renditions.stream(), java.util.stream.Stream.ofNullable(sound))
                .filter(rendition -> rendition.name().equals(name))
                .findFirst();
    }
}
