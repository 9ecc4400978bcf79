package academy.artisan.lms.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.api.sync.RedisCommands;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

import static org.awaitility.Awaitility.await;

/** A Redis server that a test may kill, freeze and start again on the same port and files. */
public final class OwnRedis {

    public static final String PASSWORD = "password-of-a-test";

    /** Also when the tests are killed, where the system can do that. */
    private static final List<String> ENDS_WITH_TESTS = Launcher.works("setpriv", "--pdeathsig", "KILL", "true")
            ? List.of("setpriv", "--pdeathsig", "KILL")
            : List.of();

    private static final Path PROGRAMS = Path.of("target/test-stack/bin");

    private final Path folder;
    private final int port;
    private final List<String> command;
    private @Nullable Process process;

    private OwnRedis(Path folder, int port, List<String> command) {
        this.folder = folder;
        this.port = port;
        this.command = command;
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
    }

    /** An empty server that keeps what it is told; settings are lines of its configuration. */
    public static OwnRedis start(String name, String... settings) {
        return start(name, Ports.free(), settings);
    }

    static OwnRedis start(String name, int port, String... settings) {
        var common = Stream.of("masterauth " + PASSWORD, "appendonly yes", "save \"\"");
        return start(name, port, Stream.concat(common, Stream.of(settings)), List.of());
    }

    /** A Sentinel that decides alone when the master is to be replaced: a second after it fell silent. */
    public static OwnRedis startSentinel(String name, String master, OwnRedis server) {
        var settings = Stream.of(
                "sentinel monitor %s 127.0.0.1 %d 1".formatted(master, server.port),
                "sentinel auth-pass %s %s".formatted(master, PASSWORD),
                "sentinel down-after-milliseconds %s 1000".formatted(master),
                "sentinel failover-timeout %s 5000".formatted(master));
        return start(name, Ports.free(), settings, List.of("--sentinel"));
    }

    private static OwnRedis start(String name, int port, Stream<String> settings, List<String> options) {
        try {
            var folder = Path.of("target/test-redis", name).toAbsolutePath();
            FileSystemUtils.deleteRecursively(folder);
            Files.createDirectories(folder);
            var common = Stream.of(
                    "bind 127.0.0.1", "port " + port, "dir \"%s\"".formatted(folder), "requirepass " + PASSWORD);
            var configuration = Files.write(
                    folder.resolve("redis.conf"),
                    Stream.concat(common, settings).toList());
            var command = new ArrayList<>(ENDS_WITH_TESTS);
            command.addAll(List.of(RedisServer.program(programs()), configuration.toString()));
            command.addAll(options);
            var redis = new OwnRedis(folder, port, command);
            redis.startAgain();
            return redis;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Path programs() throws IOException {
        return Files.createDirectories(PROGRAMS).toAbsolutePath();
    }

    public int port() {
        return port;
    }

    public String url() {
        return "redis://:%s@127.0.0.1:%d".formatted(PASSWORD, port);
    }

    /** Starts it on its files and waits until it answers. */
    public void startAgain() {
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("log").toFile()))
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        await().ignoreException(RedisConnectionException.class)
                .until(() -> ask(commands -> {
                    commands.ping();
                    return true;
                }));
    }

    /** As {@code kill -9} does. */
    public void kill() {
        if (process != null) {
            process.destroyForcibly().onExit().join();
        }
    }

    /** It takes connections and commands and answers nothing. */
    public void freeze() {
        Launcher.signal("STOP", Objects.requireNonNull(process).pid());
    }

    public void goOn() {
        Launcher.signal("CONT", Objects.requireNonNull(process).pid());
    }

    public <T> T ask(Function<RedisCommands<String, String>, T> question) {
        try (var client = RedisClient.create(url());
                var connection = client.connect()) {
            return question.apply(connection.sync());
        }
    }
}
