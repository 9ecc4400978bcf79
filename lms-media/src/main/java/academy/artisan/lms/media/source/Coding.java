package academy.artisan.lms.media.source;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * How pictures are coded; texts are ffmpeg's words, empty where the file does not tell.
 *
 * @param codec such as {@code h264}
 * @param profile such as {@code High}
 * @param level such as 31 for 3.1; negative if not told
 * @param pixelFormat such as {@code yuv420p10le}
 * @param bitsPerSecond null if not told
 */
public record Coding(
        String codec,
        String profile,
        int level,
        String pixelFormat,
        @Nullable Long bitsPerSecond) {

    private static final Pattern DEEPER_THAN_BYTES = Pattern.compile("\\D0?(9|1[0-6])(le|be)$");
    private static final int BYTE = 8;

    /** Bits of every sample. */
    public int depth() {
        var deeper = DEEPER_THAN_BYTES.matcher(pixelFormat);
        return deeper.find() ? Integer.parseInt(deeper.group(1)) : BYTE;
    }
}
