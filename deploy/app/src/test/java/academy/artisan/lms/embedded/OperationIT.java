package academy.artisan.lms.embedded;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** One day in the life of an installation, in this order: each start of everything takes its time. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OperationIT {

    private static final Duration A_WHILE = Duration.ofMinutes(1);

    @TempDir
    static Path folder;

    private static ApplicationProcess application;

    @BeforeAll
    static void start() throws IOException {
        application = ApplicationProcess.start(data(), folder.resolve("first.log"));
        application.awaitReady();
    }

    @AfterAll
    static void endWhateverIsLeft() {
        application.process().toHandle().descendants().forEach(ProcessHandle::destroyForcibly);
        application.process().destroyForcibly();
    }

    @Test
    @Order(1)
    void readinessFollowsAServerThatIsKilled() {
        await().atMost(A_WHILE).until(() -> {
            killRedis();
            return !application.isReady();
        });
        await().atMost(A_WHILE).until(application::isReady);
    }

    @Test
    @Order(2)
    void secondInstanceOnTheSameDataSaysInOneLineWhyItEnds() throws Exception {
        var log = folder.resolve("second.log");
        var second = ApplicationProcess.start(data(), log).process();
        assertThat(second.waitFor(A_WHILE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(second.exitValue()).isNotZero();
        assertThat(Files.readAllLines(log))
                .singleElement()
                .asString()
                .contains("in use by another instance (process %d)"
                        .formatted(application.process().pid()));
    }

    @Test
    @Order(2)
    void malformedAddressIsSaidInOneLineAndItsPasswordIsNot() throws Exception {
        var log = folder.resolve("malformed.log");
        var variables = Map.of("LMS_REDIS_URL", "redis://:hush@redis:none");
        var process = ApplicationProcess.start(folder.resolve("other"), log, variables)
                .process();
        assertThat(process.waitFor(A_WHILE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isNotZero();
        assertThat(Files.readAllLines(log))
                .singleElement()
                .asString()
                .contains("LMS_REDIS_URL is no address of Redis: its host 1 is not host or host:port")
                .doesNotContain("hush");
    }

    @Test
    @Order(3)
    void nextStartRecoversFromAKill() throws Exception {
        application.process().destroyForcibly().waitFor();
        application = ApplicationProcess.start(data(), folder.resolve("third.log"));
        application.awaitReady();
        assertThat(accessToken(application.http())).isNotEmpty();
        assertThat(application.children()).hasSize(4);
    }

    @Test
    @Order(4)
    void stopEndsEveryServer() throws Exception {
        var children = application.children();
        application.process().destroy();
        assertThat(application.process().waitFor(A_WHILE.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        assertThat(children).isNotEmpty().noneMatch(ProcessHandle::isAlive);
        assertThat(Files.readString(data().resolve("logs/postgres.log"))).endsWith("database system is shut down\n");
    }

    @Test
    @Order(5)
    void anArchiveOfClassesThatIsDamagedKeepsNoServerFromStarting() throws Exception {
        damage(data().resolve("cache/elasticsearch.jsa"));
        application = ApplicationProcess.start(data(), folder.resolve("fifth.log"));
        application.awaitReady();
        assertThat(data().resolve("logs")).isDirectoryNotContaining("glob:**-crash-*.log");
    }

    /** As if its pages had not come to the disk: all behind its first third is zero. */
    private static void damage(Path archive) throws IOException {
        try (var file = new RandomAccessFile(archive.toFile(), "rw")) {
            var whole = file.length();
            file.setLength(whole / 3);
            file.setLength(whole);
        }
    }

    /** Kills it again whenever it is back, so that nobody can overlook that it is gone. */
    private static void killRedis() throws IOException {
        new PidFile(data().resolve("run/redis.pid"))
                .child()
                .ifPresent(redis -> redis.handle().destroyForcibly());
    }

    private static String accessToken(RestClient http) {
        var answer = http.post()
                .uri("/api/v1/auth/token")
                .body(Map.of("username", "admin", "password", ApplicationProcess.ADMIN_PASSWORD))
                .retrieve()
                .body(Map.class);
        return String.valueOf(answer == null ? "" : answer.get("accessToken"));
    }

    private static Path data() {
        return folder.resolve("data");
    }
}
