package academy.artisan.lms.media.program;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/**
 * What a program may use up, besides the time that it is given for each run.
 *
 * @param memory its address space; null for one that reserves much more than it uses, as a Java process does
 * @param processorTime of all its threads together
 * @param file the largest file that it may write, the one with its complaints included
 * @param openFiles at once
 */
public record Limits(@Nullable DataSize memory, Duration processorTime, DataSize file, int openFiles) {

    /** A program that is told to stop by the first signal is ended by the second. */
    private static final int SECONDS_TO_STOP = 5;

    /** As options of {@code prlimit}. */
    List<String> options() {
        var seconds = Math.max(1, processorTime.toSeconds());
        var options = new ArrayList<>(List.of(
                "--cpu=%d:%d".formatted(seconds, seconds + SECONDS_TO_STOP),
                "--fsize=" + file.toBytes(),
                "--nofile=" + openFiles));
        if (memory != null) {
            options.add("--as=" + memory.toBytes());
        }
        return options;
    }
}
