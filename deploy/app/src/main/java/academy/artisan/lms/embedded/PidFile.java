package academy.artisan.lms.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Remembers a child over the end of its parent: its process id, and when it started, since ids are used again. */
class PidFile {

    /** The start of a process is computed from the system's boot time, which moves a little when its clock is set. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);

    private final Path file;

    PidFile(Path file) {
        this.file = file;
    }

    void write(RunningProcess child) throws IOException {
        var started = child.handle().info().startInstant().orElse(Instant.EPOCH);
        OwnerOnly.write(file, "%d %s %s".formatted(child.handle().pid(), started, child.endSignal()));
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    /** The child, if it still runs. */
    Optional<RunningProcess> child() throws IOException {
        var parts = Files.readString(file).strip().split(" ", -1);
        try {
            var started = Instant.parse(parts[1]);
            var endSignal = parts[2];
            return ProcessHandle.of(Long.parseLong(parts[0]))
                    .filter(process -> startedAt(process, started))
                    .map(process -> new RunningProcess(process, endSignal));
        } catch (NumberFormatException | DateTimeParseException | ArrayIndexOutOfBoundsException damaged) {
            return Optional.empty();
        }
    }

    private static boolean startedAt(ProcessHandle process, Instant instant) {
        return process.info()
                .startInstant()
                .filter(start -> Duration.between(start, instant).abs().compareTo(CLOCK_TOLERANCE) < 0)
                .isPresent();
    }
}
