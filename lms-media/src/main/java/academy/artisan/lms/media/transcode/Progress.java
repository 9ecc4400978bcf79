package academy.artisan.lms.media.transcode;

import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * Turns the key=value lines of ffmpeg's progress report into percents, each told once. The pictures of the first
 * rendition are counted: ffmpeg knows no common time of outputs of which one, the sheets, comes in large steps.
 */
final class Progress implements Consumer<String> {

    private static final String PICTURES = "frame=";
    private static final int FIRST = 1;
    private static final int LAST = 95;

    private final long pictures;
    private final IntConsumer percents;
    private int told = FIRST;

    /** Of a rendition that will have so many pictures. */
    Progress(double pictures, IntConsumer percents) {
        this.pictures = Math.max(1, Math.round(pictures));
        this.percents = percents;
    }

    @Override
    public void accept(String line) {
        if (!line.startsWith(PICTURES) || !line.substring(PICTURES.length()).matches("\\d{1,12}")) {
            return;
        }
        var done = Long.parseLong(line, PICTURES.length(), line.length(), 10);
        var percent = Math.clamp(done * 100 / pictures, FIRST, LAST);
        if (percent > told) {
            told = percent;
            percents.accept(percent);
        }
    }
}
