package academy.artisan.lms.media.program;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Runs an external program at low priority, with nothing of our environment, and makes sure that it is gone afterwards:
 * it is killed when the time is over, when the calling thread is interrupted and, where the system can do that, when
 * this process itself is killed. The last works because the same platform thread starts the program and waits for it:
 * Linux sends a parent's death signal when the <em>thread</em> that started the child ends.
 */
public final class Tool {

    private static final int ENOUGH_TO_UNDERSTAND = 2000;
    private static final List<String> WRAPPERS = wrappers();

    private final String executable;

    public Tool(String executable) {
        this.executable = executable;
    }

    /** How a program ended: its exit code and the last of what it complained about. */
    public record Outcome(int exitCode, String errors) {

        public boolean isSuccess() {
            return exitCode == 0;
        }

        /** Killed from outside, or the machine ran out of something: that says nothing about the content. */
        public boolean isNoFaultOfTheContent() {
            return exitCode >= 128 || errors.contains("No space left on device");
        }
    }

    /** The time was over before the program ended. */
    public static final class TimeOver extends Exception {}

    public Outcome run(List<String> arguments, Path directory, Duration limit, Consumer<String> output)
            throws TimeOver, InterruptedException {
        var errors = directory.resolve("errors.txt");
        try {
            var process = start(arguments, directory, errors);
            var outOfTime =
                    new CompletableFuture<Boolean>().completeOnTimeout(true, limit.toMillis(), TimeUnit.MILLISECONDS);
            var _ = outOfTime.thenRun(process::destroyForcibly);
            try (var lines = process.inputReader()) {
                var line = lines.readLine();
                while (line != null) {
                    output.accept(line);
                    stopIfInterrupted();
                    line = lines.readLine();
                }
                var exitCode = process.waitFor();
                if (outOfTime.isDone()) {
                    throw new TimeOver();
                }
                return new Outcome(exitCode, tail(errors));
            } finally {
                outOfTime.cancel(false);
                process.destroyForcibly().waitFor();
            }
        } catch (IOException notStarted) {
            throw new UncheckedIOException(notStarted);
        }
    }

    private Process start(List<String> arguments, Path directory, Path errors) throws IOException {
        var command = new ArrayList<>(WRAPPERS);
        command.add(executable);
        command.addAll(arguments);
        var builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectError(errors.toFile());
        var path = System.getenv("PATH");
        builder.environment().clear();
        builder.environment().put("PATH", path == null ? "/usr/bin:/bin" : path);
        // Executables that bring their libraries along find only the direct ones by themselves
        Optional.ofNullable(Path.of(executable).getParent())
                .ifPresent(folder -> builder.environment().put("LD_LIBRARY_PATH", folder.toString()));
        return builder.start();
    }

    private static void stopIfInterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    private static String tail(Path file) throws IOException {
        var text = Files.readString(file, StandardCharsets.ISO_8859_1).strip();
        return text.substring(Math.max(0, text.length() - ENOUGH_TO_UNDERSTAND));
    }

    private static List<String> wrappers() {
        var found = new ArrayList<String>();
        onPath("nice").ifPresent(nice -> found.addAll(List.of(nice, "-n", "10")));
        onPath("setpriv").ifPresent(setpriv -> found.addAll(List.of(setpriv, "--pdeathsig", "KILL")));
        return found;
    }

    private static Optional<String> onPath(String name) {
        return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }
}
