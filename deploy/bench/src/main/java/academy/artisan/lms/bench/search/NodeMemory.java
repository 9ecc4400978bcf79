package academy.artisan.lms.bench.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Watches how much memory a process takes for itself. Beside that the system may keep files of the index in memory that
 * the process reads; it takes this back whenever somebody else needs it.
 */
final class NodeMemory implements AutoCloseable {

    private static final Duration OFTEN = Duration.ofMillis(250);
    private static final double KILOBYTES = 1024;

    private final Path status;
    private final Path commandLine;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
    private volatile double own;

    NodeMemory(ProcessHandle process) {
        status = Path.of("/proc/%d/status".formatted(process.pid()));
        commandLine = Path.of("/proc/%d/cmdline".formatted(process.pid()));
        var _ = watch.scheduleAtFixedRate(this::look, 0, OFTEN.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        own = Math.max(own, megabytes("RssAnon"));
    }

    /** The most that it had for itself so far, in MB. */
    double own() {
        return own;
    }

    /** The most that it had in memory, files included, in MB. */
    double withFiles() {
        return megabytes("VmHWM");
    }

    /** How it was told to stay within bounds. */
    String bounds() throws IOException {
        return String.join(
                " ",
                Files.readString(commandLine)
                        .lines()
                        .flatMap(line -> java.util.Arrays.stream(line.split("\0")))
                        .filter(argument -> argument.startsWith("-Xm") || argument.startsWith("-XX:Max"))
                        .toList());
    }

    private double megabytes(String figure) {
        try {
            return Files.readAllLines(status).stream()
                            .filter(line -> line.startsWith(figure + ":"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElse(0)
                    / KILOBYTES;
        } catch (IOException ended) {
            throw new UncheckedIOException(ended);
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
