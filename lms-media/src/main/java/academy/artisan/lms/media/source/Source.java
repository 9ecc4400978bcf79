package academy.artisan.lms.media.source;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * What was found in an uploaded file.
 *
 * @param container what kind of file it is, the first of ffmpeg's words for it
 * @param length as the file announces it; zero if it does not, as where a browser records
 * @param sound null for a silent video
 * @param startTime the time that the file gives to its beginning, often not 0
 */
public record Source(
        String container, Picture picture, @Nullable Sound sound, Duration length, Duration startTime) {

    public int videoStream() {
        return picture.stream();
    }

    public @Nullable Integer audioStream() {
        return sound == null ? null : sound.stream();
    }

    /** As shown: turned and with square pixels. */
    public int width() {
        return picture.width();
    }

    public int height() {
        return picture.height();
    }

    public FrameRate frameRate() {
        return picture.frameRate();
    }

    public boolean interlaced() {
        return picture.interlaced();
    }
}
