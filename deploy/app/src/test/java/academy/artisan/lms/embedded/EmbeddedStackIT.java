package academy.artisan.lms.embedded;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

class EmbeddedStackIT {

    private static final EnumSet<Need> STORES = EnumSet.of(Need.POSTGRES, Need.REDIS, Need.OBJECT_STORE);

    @TempDir
    Path temporary;

    @Test
    void dataSurvivesARestart() throws SQLException {
        try (var stack = start(STORES)) {
            execute(stack, "create table proof (word text)");
            execute(stack, "insert into proof values ('留下')");
            redis(stack, commands -> commands.set("proof", "留下"));
        }
        try (var stack = start(STORES);
                var connection = connect(stack);
                var statement = connection.createStatement()) {
            var found = statement.executeQuery("select word from proof");
            assertThat(found.next()).isTrue();
            assertThat(found.getString("word")).isEqualTo("留下");
            assertThat(redis(stack, commands -> commands.get("proof"))).isEqualTo("留下");
        }
    }

    @Test
    void orderlyStopLeavesNoProcess() throws IOException {
        List<ProcessHandle> children;
        try (var stack = start(STORES)) {
            assertThat(stack.servers()).hasSize(3);
            children = ProcessHandle.current().children().filter(this::isOurs).toList();
            assertThat(children).hasSize(3);
        }
        assertThat(children).noneMatch(ProcessHandle::isAlive);
        try (var left = Files.newDirectoryStream(data().resolve("run"), "*.pid")) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void killedServerComesBackOnTheSamePort() throws IOException {
        try (var stack = start(EnumSet.of(Need.REDIS))) {
            var server = stack.servers().getFirst();
            var killed = new PidFile(data().resolve("run/redis.pid")).child().orElseThrow();
            killed.handle().destroyForcibly();
            await().pollInterval(Duration.ofMillis(5)).until(() -> server.state() == SupervisedServer.State.RESTARTING);
            await().until(() -> server.state() == SupervisedServer.State.RUNNING);
            assertThat(redis(stack, RedisCommands::ping)).isEqualTo("PONG");
        }
    }

    @Test
    void memoryComesInLargePagesWhereTheSystemGivesAny() throws IOException {
        var given = Path.of("/sys/kernel/mm/transparent_hugepage/enabled");
        var isGiven = Files.exists(given) && !Files.readString(given).contains("[never]");
        try (var stack = start(EnumSet.of(Need.REDIS, Need.OBJECT_STORE))) {
            redis(stack, commands -> commands.set("much", "多".repeat(8 << 20)));
            assertThat(hasLargePages("redis")).isEqualTo(isGiven);
            assertThat(hasLargePages("object-store")).isEqualTo(isGiven);
        }
    }

    private boolean hasLargePages(String server) throws IOException {
        var process = new PidFile(data().resolve("run/%s.pid".formatted(server)))
                .child()
                .orElseThrow();
        var memory = Path.of("/proc/%d/smaps_rollup".formatted(process.handle().pid()));
        return Files.exists(memory)
                && Files.readAllLines(memory).stream().anyMatch(line -> line.matches("AnonHugePages: +[1-9]\\d* kB"));
    }

    @Test
    void everythingListensOnTheLoopbackAddressAlone() throws IOException {
        try (var stack = start(STORES)) {
            for (var property : List.of("spring.datasource.url", RedisAddress.PROPERTY, "lms.s3.endpoint")) {
                var port = Integer.parseInt(property(stack, property).replaceFirst(".*:(\\d+).*", "$1"));
                assertThat(ListeningSockets.addressesOf(port)).isNotEmpty().allMatch("127.0.0.1"::equals);
            }
        }
    }

    @Test
    void publicHostOpensTheObjectStoreAndNothingElse() throws IOException {
        var environment = environment().withProperty("lms.public-host", "lms.example");
        try (var stack = EmbeddedStack.start(environment, STORES)) {
            assertThat(property(stack, "lms.s3.public-endpoint")).startsWith("http://lms.example:");
            var objectStore =
                    Integer.parseInt(property(stack, "lms.s3.endpoint").replaceFirst(".*:", ""));
            assertThat(ListeningSockets.addressesOf(objectStore)).noneMatch("127.0.0.1"::equals);
            var database =
                    Integer.parseInt(property(stack, "spring.datasource.url").replaceFirst(".*:(\\d+).*", "$1"));
            assertThat(ListeningSockets.addressesOf(database)).isNotEmpty().allMatch("127.0.0.1"::equals);
        }
    }

    @Test
    void secretsAreForTheOwnerAloneAndStayTheSame() throws IOException {
        String secrets;
        try (var stack = start(EnumSet.of(Need.TOKEN_SECRET))) {
            secrets = Files.readString(data().resolve("secrets.properties"));
            assertThat(secrets).contains(property(stack, "lms.token.secret"));
            assertThat(rights(data().resolve("secrets.properties"))).isEqualTo("rw-------");
            assertThat(rights(data())).isEqualTo("rwx------");
        }
        try (var stack = start(EnumSet.of(Need.TOKEN_SECRET))) {
            assertThat(stack.servers()).isEmpty();
            assertThat(data().resolve("secrets.properties")).hasContent(secrets);
        }
    }

    @Test
    void secondInstanceOnTheSameFolderIsRefused() {
        try (var first = start(EnumSet.of(Need.TOKEN_SECRET))) {
            assertThat(first.servers()).isEmpty();
            assertThatExceptionOfType(StackCannotStart.class)
                    .isThrownBy(() -> start(EnumSet.of(Need.TOKEN_SECRET)))
                    .withMessageContaining("in use by another instance (process %d)"
                            .formatted(ProcessHandle.current().pid()));
        }
    }

    @Test
    void configuredPortThatIsTakenIsNamed() throws IOException {
        try (var taken = new ServerSocket(0, 1, Loopback.at(0).getAddress())) {
            var environment =
                    environment().withProperty("lms.embedded.redis-port", Integer.toString(taken.getLocalPort()));
            assertThatExceptionOfType(StackCannotStart.class)
                    .isThrownBy(() -> EmbeddedStack.start(environment, EnumSet.of(Need.REDIS)))
                    .withMessage("Port %d, configured for redis, is taken by another process", taken.getLocalPort());
        }
    }

    @Test
    void memoryOfRedisIsBoundedAndNothingThatHasNoExpiryIsEvicted() {
        try (var stack = start(EnumSet.of(Need.REDIS))) {
            assertThat(redis(stack, commands -> commands.info("memory")))
                    .contains("maxmemory:536870912\r\n", "maxmemory_policy:volatile-ttl");
        }
        var environment = environment().withProperty("lms.embedded.redis-memory", "much");
        assertThatExceptionOfType(StackCannotStart.class)
                .isThrownBy(() -> EmbeddedStack.start(environment, EnumSet.of(Need.REDIS)))
                .withMessage("LMS_REDIS_MEMORY is no size such as 512mb or 2gb");
    }

    @Test
    void serverThatIsNotBuiltIsNamed() {
        var environment = environment().withProperty("lms.home", temporary.toString());
        assertThatExceptionOfType(StackCannotStart.class)
                .isThrownBy(() -> EmbeddedStack.start(environment, EnumSet.of(Need.REDIS, Need.OBJECT_STORE)))
                .withMessageContaining("object-store is not built");
        assertThat(ProcessHandle.current().children()).noneMatch(this::isOurs);
    }

    private EmbeddedStack start(EnumSet<Need> needs) {
        return EmbeddedStack.start(environment(), needs);
    }

    private MockEnvironment environment() {
        return new MockEnvironment()
                .withProperty("lms.data", data().toString())
                .withProperty("lms.home", SharedStack.deployFolder());
    }

    private Path data() {
        return temporary.resolve("数据 folder");
    }

    private boolean isOurs(ProcessHandle process) {
        return process.info()
                .commandLine()
                .filter(line -> line.contains(data().toString()))
                .isPresent();
    }

    private static String rights(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static String property(EmbeddedStack stack, String key) {
        return Objects.requireNonNull(stack.properties().get(key), key).toString();
    }

    private static Connection connect(EmbeddedStack stack) throws SQLException {
        return DriverManager.getConnection(
                property(stack, "spring.datasource.url"),
                property(stack, "spring.datasource.username"),
                property(stack, "spring.datasource.password"));
    }

    private static void execute(EmbeddedStack stack, String sql) throws SQLException {
        try (var connection = connect(stack);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String redis(EmbeddedStack stack, Function<RedisCommands<String, String>, String> action) {
        try (var client = RedisClient.create(property(stack, RedisAddress.PROPERTY));
                var connection = client.connect()) {
            return action.apply(connection.sync());
        }
    }
}
