package academy.artisan.lms.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * The platform with demonstration data, started by {@code deploy/run} on data of its own, which it deletes at the end.
 */
public final class Platform implements AutoCloseable {

    /** Of all demonstration accounts. */
    public static final String PASSWORD = "Bench-and-stopwatch-3";

    private static final int DEMONSTRATION_COURSES = 6;

    private final Process process;
    private final Path data;
    private final Client nobody;

    private Platform(Process process, Path data, Client nobody) {
        this.process = process;
        this.data = data;
        this.nobody = nobody;
    }

    /** Starts it with these settings beside the usual ones. */
    public static Platform start(Path deploy, Map<String, String> settings) throws IOException {
        var target = Files.createDirectories(deploy.resolve("bench/target"));
        var data = Files.createTempDirectory(target, "data");
        var log = target.resolve("platform.log").toFile();
        var port = freePort();
        var command = List.of(
                deploy.resolve("run").toString(),
                "--demo",
                "--port",
                Integer.toString(port),
                "--data",
                data.toString());
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log);
        // Whatever this shell is set to: nothing is measured on somebody's data
        builder.environment().keySet().removeIf(name -> name.startsWith("LMS_"));
        builder.environment().put("LMS_DEMO_PASSWORD", PASSWORD);
        builder.environment().putAll(settings);
        var process = builder.start();
        // Also when the benchmark itself is interrupted
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        return new Platform(process, data, new Client("http://127.0.0.1:" + port, null));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** A client that is not logged in. */
    public Client nobody() {
        return nobody;
    }

    /** A client that is logged in as one of the demonstration accounts. */
    public Client as(String username) {
        var token = nobody.post("/api/v1/auth/token", Map.of("username", username, "password", PASSWORD));
        return nobody.with(token.path("accessToken").asString());
    }

    /** The ffmpeg that the platform uses. */
    public Path ffmpeg() throws IOException {
        try (var files = Files.walk(data)) {
            return files.filter(file -> file.endsWith("ffmpeg"))
                    .filter(Files::isRegularFile)
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** A folder for what a benchmark makes. */
    public Path scratch() throws IOException {
        return Files.createDirectories(data.resolve("bench"));
    }

    /** Waits until all demonstration courses, videos included, are there and nothing is processed any more. */
    public void awaitDemonstration(Duration patience) throws InterruptedException {
        await(patience, "readiness", () -> nobody.isOk("/actuator/health/readiness"));
        var learner = as("learner1");
        await(
                patience,
                "the demonstration",
                () -> learner.get("/api/v1/search/courses?q=").path("total").asInt() >= DEMONSTRATION_COURSES);
    }

    /** Waits until something is so, and fails when patience is over or the platform ends. */
    public void await(Duration patience, String what, BooleanSupplier isSo) throws InterruptedException {
        var end = System.nanoTime() + patience.toNanos();
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() > end || !process.isAlive()) {
                throw new IllegalStateException(
                        "Waited in vain for " + what + "; see deploy/bench/target/platform.log");
            }
            Thread.sleep(100);
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        process.onExit().join();
        try (var files = Files.walk(data)) {
            files.sorted((one, other) -> other.compareTo(one)).forEach(Platform::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }
}
