package academy.artisan.lms.media.transcode;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * What was found in an uploaded file.
 *
 * @param videoStream index of the stream to use
 * @param audioStream index of the stream to use; null for a silent video
 * @param width as shown: turned and with square pixels
 * @param height as shown
 */
record Source(
        int videoStream,
        @Nullable Integer audioStream,
        int width,
        int height,
        FrameRate frameRate,
        boolean interlaced,
        Duration length) {}
