package academy.artisan.lms.media.program;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Runs an external program at low priority, within limits, without network and with nothing of our environment, as far
 * as the system can do that, and makes sure that it is gone afterwards: it is killed when the time is over, when the
 * calling thread is interrupted and when this process itself is killed. The last works because the same platform thread
 * starts the program and waits for it: Linux sends a parent's death signal when the <em>thread</em> that started the
 * child ends.
 */
public final class Tool {

    private static final int ENOUGH_TO_UNDERSTAND = 2000;

    private final String executable;
    private final Limits limits;

    public Tool(String executable, Limits limits) {
        this.executable = executable;
        this.limits = limits;
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
        var command = new ArrayList<>(List.of(executable));
        command.addAll(arguments);
        var builder = new ProcessBuilder(Confinement.ofThisSystem().confine(limits, command))
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
        try (var errors = FileChannel.open(file)) {
            var last = ByteBuffer.allocate(ENOUGH_TO_UNDERSTAND);
            errors.read(last, Math.max(0, errors.size() - ENOUGH_TO_UNDERSTAND));
            return new String(last.array(), 0, last.position(), StandardCharsets.ISO_8859_1).strip();
        }
    }
}
