package academy.artisan.lms.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * The platform with demonstration data, started by {@code deploy/run} on data of its own, which it deletes at the end.
 */
public final class Platform implements AutoCloseable {

    /** Of all demonstration accounts. */
    public static final String PASSWORD = "Bench-and-stopwatch-3";

    private static final int DEMONSTRATION_COURSES = 6;

    private static final String SECRETS = "secrets.properties";

    /** To look closer: a recording, another collector. */
    private static final List<String> JAVA_OPTIONS = Stream.of(
                    System.getProperty("platform.options", "").split(" "))
            .filter(option -> !option.isEmpty())
            .toList();

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
        return start(deploy, settings, List.of(deploy.resolve("run").toString(), "--demo"));
    }

    /** The same, as {@code deploy/run} starts it, with further classes. */
    public static Platform startWith(Path classes, Path deploy, Map<String, String> settings) throws IOException {
        var all = new HashMap<>(settings);
        all.putAll(Map.of("LMS_DEMO", "true", "LMS_HOME", deploy.toString()));
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classPath = deploy.resolve("app/target/lms.jar") + File.pathSeparator + classes;
        var command = new ArrayList<>(
                List.of(java, "@" + deploy.resolve("jvm.options"), "--enable-native-access=ALL-UNNAMED"));
        command.addAll(JAVA_OPTIONS);
        command.addAll(List.of("-cp", classPath, "academy.artisan.lms.LmsApplication"));
        return start(deploy, all, command);
    }

    private static Platform start(Path deploy, Map<String, String> settings, List<String> command) throws IOException {
        var target = Files.createDirectories(deploy.resolve("bench/target"));
        var data = Files.createTempDirectory(target, "data");
        var log = target.resolve("platform.log").toFile();
        var port = freePort();
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log);
        // Whatever this shell is set to: nothing is measured on somebody's data
        builder.environment().keySet().removeIf(name -> name.startsWith("LMS_"));
        builder.environment()
                .putAll(Map.of(
                        "LMS_DEMO_PASSWORD",
                        PASSWORD,
                        "LMS_PORT",
                        Integer.toString(port),
                        "LMS_DATA",
                        data.toString()));
        builder.environment().putAll(settings);
        var process = builder.start();
        // Also when the benchmark itself is interrupted
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        return new Platform(process, data, new Client("http://127.0.0.1:" + port, null));
    }

    /** A port for one of its servers. */
    public static int freePort() throws IOException {
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

    /** What its embedded servers ask of who connects. */
    public Properties secrets() throws IOException {
        var secrets = new Properties();
        try (var file = Files.newBufferedReader(data.resolve(SECRETS))) {
            secrets.load(file);
        }
        return secrets;
    }

    /** Where it listens on this machine. */
    public int port() {
        return URI.create(nobody.address()).getPort();
    }

    /** The process of the application. */
    public ProcessHandle process() {
        return process.toHandle();
    }

    /** The process of one of its embedded servers. */
    public ProcessHandle server(String name) throws IOException {
        var pid = Files.readString(data.resolve("run").resolve(name + ".pid")).split(" ", 2)[0];
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    /** What one of its embedded servers writes. */
    public Path log(String server) {
        return data.resolve("logs").resolve(server + ".log");
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
