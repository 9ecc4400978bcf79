package academy.artisan.lms.media.transcode;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** Turns the key=value lines of ffmpeg's progress report into percents, each told once. */
final class Progress implements Consumer<String> {

    private static final String TIME = "out_time_us=";
    private static final int FIRST = 1;
    private static final int LAST = 95;

    private final long lengthMicros;
    private final IntConsumer percents;
    private int told = FIRST;

    Progress(Duration length, IntConsumer percents) {
        this.lengthMicros = Math.max(1, length.toNanos() / 1000);
        this.percents = percents;
    }

    @Override
    public void accept(String line) {
        if (!line.startsWith(TIME) || !line.substring(TIME.length()).matches("\\d{1,15}")) {
            return;
        }
        var done = Long.parseLong(line, TIME.length(), line.length(), 10);
        var percent = Math.clamp(done * 100 / lengthMicros, FIRST, LAST);
        if (percent > told) {
            told = percent;
            percents.accept(percent);
        }
    }
}
