package academy.artisan.lms.media.source;

import java.time.Duration;
import java.util.Set;

/**
 * The video stream of a source.
 *
 * @param stream its index in the file
 * @param width as shown: turned and with square pixels
 * @param height as shown
 * @param rotation how many degrees the picture is turned for showing it, clockwise: 0, 90, 180 or 270
 * @param squarePixels false if the stream's own width is another than it is shown with
 * @param constantRate whether every frame is shown equally long, as far as the file tells
 * @param transfer how light becomes numbers, such as {@code bt709}; empty if not told
 * @param start when its first frame is shown
 */
public record Picture(
        int stream,
        Coding coding,
        int width,
        int height,
        int rotation,
        boolean squarePixels,
        FrameRate frameRate,
        boolean constantRate,
        boolean interlaced,
        String transfer,
        Duration start) {

    /** Perceptual quantisation and hybrid log-gamma. */
    private static final Set<String> HIGH_DYNAMIC_RANGE = Set.of("smpte2084", "arib-std-b67");

    public boolean isHighDynamicRange() {
        return HIGH_DYNAMIC_RANGE.contains(transfer);
    }
}
