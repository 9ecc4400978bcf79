package academy.artisan.lms.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps one server running: starts it, notices its end and starts it again, until it is told to stop. */
class SupervisedServer {

    enum State {
        STARTING,
        RUNNING,
        RESTARTING,
        STOPPED
    }

    private static final Logger log = LoggerFactory.getLogger(SupervisedServer.class);
    private static final Duration START_PATIENCE = Duration.ofMinutes(2);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);
    private static final Duration POLL_PAUSE = Duration.ofMillis(50);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration STABLE_AFTER = Duration.ofMinutes(1);
    private static final long LARGEST_LOG = 10_000_000;

    private final Server server;
    private final Launcher launcher;
    private final Path logFile;
    private final PidFile pidFile;
    private final CompletableFuture<Void> started = new CompletableFuture<>();
    private final CountDownLatch stopRequested = new CountDownLatch(1);
    private final Thread supervisor;
    private volatile State state = State.STARTING;
    private @Nullable Process child;

    SupervisedServer(Server server, Launcher launcher, DataFolder folder) throws IOException {
        this.server = server;
        this.launcher = launcher;
        this.logFile = folder.folder("logs").resolve(server.name() + ".log");
        this.pidFile = new PidFile(folder.folder("run").resolve(server.name() + ".pid"));
        // One platform thread for the whole life of the child: the system may end a child with the thread that started
        // it
        this.supervisor =
                Thread.ofPlatform().daemon().name("embedded-" + server.name()).unstarted(this::supervise);
    }

    String name() {
        return server.name();
    }

    State state() {
        return state;
    }

    /** Completes when it answers for the first time, or with the reason why it never will. */
    CompletableFuture<Void> start() {
        supervisor.start();
        return started;
    }

    /** Ends the server and waits until it is gone. */
    void stop() {
        stopRequested.countDown();
        var running = child();
        if (running != null) {
            new RunningProcess(running.toHandle(), server.endSignal()).end(STOP_PATIENCE);
        }
        try {
            supervisor.join(STOP_PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        state = State.STOPPED;
    }

    private void supervise() {
        try {
            var command = launcher.child(server, server.prepare());
            var pause = FIRST_PAUSE;
            do {
                var begin = System.nanoTime();
                live(command);
                var stable = System.nanoTime() - begin > STABLE_AFTER.toNanos();
                pause = stable ? FIRST_PAUSE : shorter(pause.multipliedBy(2), LONGEST_PAUSE);
            } while (!stopRequested.await(pause.toMillis(), TimeUnit.MILLISECONDS));
            pidFile.delete();
        } catch (IOException e) {
            fail(new StackCannotStart("%s cannot be started: %s".formatted(name(), e), e));
        } catch (InterruptedException | RuntimeException e) {
            fail(e);
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private void fail(Exception reason) {
        if (!started.completeExceptionally(reason)) {
            log.error("{} is given up: {}", name(), reason.getMessage());
        }
    }

    /** One life of the server, from its start to its end. */
    private void live(List<String> command) throws IOException, InterruptedException {
        var process = launch(command);
        if (process == null) {
            return;
        }
        if (answers(process)) {
            state = State.RUNNING;
            started.complete(null);
            log.info("{} is running (process {})", name(), process.pid());
        } else if (!started.isDone() && !isStopping()) {
            throw new StackCannotStart("%s does not start: %s".formatted(name(), lastWords()));
        }
        var exitCode = process.waitFor();
        if (!isStopping()) {
            state = State.RESTARTING;
            log.warn("{} ended unexpectedly with exit code {}: starting it again", name(), exitCode);
        }
    }

    /** The new process, or null if it is to stop. */
    private synchronized @Nullable Process launch(List<String> command) throws IOException {
        if (isStopping()) {
            return null;
        }
        if (Files.exists(logFile) && Files.size(logFile) > LARGEST_LOG) {
            Files.move(logFile, logFile.resolveSibling(name() + ".1.log"), StandardCopyOption.REPLACE_EXISTING);
        }
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile.toFile()));
        builder.environment().putAll(server.environment());
        var process = builder.start();
        child = process;
        pidFile.write(new RunningProcess(process.toHandle(), server.endSignal()));
        return process;
    }

    private synchronized @Nullable Process child() {
        return child;
    }

    private boolean isStopping() {
        return stopRequested.getCount() == 0;
    }

    /** Waits until it answers; false if it ended before, or was ended because it took too long. */
    private boolean answers(Process process) throws InterruptedException {
        var deadline = System.nanoTime() + START_PATIENCE.toNanos();
        while (!process.waitFor(POLL_PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
            if (server.answers()) {
                return true;
            }
            if (System.nanoTime() > deadline) {
                process.destroyForcibly();
            }
        }
        return false;
    }

    private String lastWords() throws IOException {
        var lines = Files.readAllLines(logFile, StandardCharsets.UTF_8);
        return "%s (more in %s)".formatted(lines.isEmpty() ? "it said nothing" : lines.getLast(), logFile);
    }
}
