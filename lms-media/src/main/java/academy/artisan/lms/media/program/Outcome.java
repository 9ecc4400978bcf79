package academy.artisan.lms.media.program;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How a program ended. There are three ways to fail: it refused the content, the content made it use up more than its
 * {@link Limits}, or something happened that says nothing about the content.
 *
 * @param exitCode what the program chose, also beyond 128, or 128 and the number of the signal that ended it
 * @param errors the last of what it complained about
 */
public record Outcome(int exitCode, String errors) {

    private static final int BY_SIGNAL = 128;
    private static final int HANG_UP = BY_SIGNAL + 1;
    private static final int INTERRUPT = BY_SIGNAL + 2;
    private static final int QUIT = BY_SIGNAL + 3;
    private static final int ILLEGAL_INSTRUCTION = BY_SIGNAL + 4;
    private static final int ABORT = BY_SIGNAL + 6;
    private static final int BUS_ERROR = BY_SIGNAL + 7;
    private static final int ARITHMETIC = BY_SIGNAL + 8;
    private static final int KILL = BY_SIGNAL + 9;
    private static final int SEGMENTATION = BY_SIGNAL + 11;
    private static final int BROKEN_PIPE = BY_SIGNAL + 13;
    private static final int TERMINATE = BY_SIGNAL + 15;
    private static final int PROCESSOR_TIME = BY_SIGNAL + 24;
    private static final int FILE_SIZE = BY_SIGNAL + 25;
    /** How ffmpeg ends when it is asked to, which we never do; the same code stands for its own error -1. */
    private static final int ASKED_TO_END = 255;

    private static final String ERROR_MINUS_ONE = "Operation not permitted";

    private static final int NOT_EXECUTABLE = 126;
    private static final int NOT_FOUND = 127;

    private static final Set<Integer> FROM_OUTSIDE = Set.of(
            HANG_UP,
            INTERRUPT,
            QUIT,
            ILLEGAL_INSTRUCTION,
            BUS_ERROR,
            KILL,
            BROKEN_PIPE,
            TERMINATE,
            NOT_EXECUTABLE,
            NOT_FOUND);
    private static final List<String> DISK_IS_FULL = List.of("No space left on device", "Disk quota exceeded");
    /** One of the programs that confine the other could not do its part. */
    private static final Pattern NEVER_STARTED = Pattern.compile("^(unshare|prlimit|setpriv): ");

    /** A program that gets no memory often does not look, and crashes. */
    private static final Set<Integer> BY_LIMIT = Set.of(PROCESSOR_TIME, FILE_SIZE, SEGMENTATION, ABORT, ARITHMETIC);

    private static final List<String> NO_MEMORY = List.of("Cannot allocate memory", "malloc of size");

    /** It did all that it was asked to. */
    public boolean isSuccess() {
        return exitCode == 0;
    }

    /** Ended from outside, never started, or the disk is full: the same content may do well next time. */
    public boolean isNoFaultOfTheContent() {
        return FROM_OUTSIDE.contains(exitCode)
                || (exitCode == ASKED_TO_END && !errors.contains(ERROR_MINUS_ONE))
                || (exitCode != 0 && DISK_IS_FULL.stream().anyMatch(errors::contains))
                || (exitCode != 0 && NEVER_STARTED.matcher(errors).find());
    }

    /** Trying again would end the same way: it crashed, or was ended for what it used up. */
    public boolean isBeyondLimits() {
        return !isNoFaultOfTheContent()
                && !isSuccess()
                && (BY_LIMIT.contains(exitCode) || NO_MEMORY.stream().anyMatch(errors::contains));
    }
}
