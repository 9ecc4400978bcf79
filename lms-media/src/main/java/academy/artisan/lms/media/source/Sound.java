package academy.artisan.lms.media.source;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * The audio stream of a source; texts are ffmpeg's words, empty where the file does not tell.
 *
 * @param stream its index in the file
 * @param codec such as {@code aac}
 * @param profile such as {@code LC}
 * @param layout such as {@code 5.1}
 * @param sampleRate in Hz
 * @param bitsPerSecond null if not told
 * @param start when its first sample is heard
 */
public record Sound(
        int stream,
        String codec,
        String profile,
        int channels,
        String layout,
        int sampleRate,
        @Nullable Long bitsPerSecond,
        Duration start) {}
