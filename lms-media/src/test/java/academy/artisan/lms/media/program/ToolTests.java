package academy.artisan.lms.media.program;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

@EnabledOnOs(OS.LINUX)
class ToolTests {

    private static final Limits LIMITS =
            new Limits(DataSize.ofGigabytes(1), Duration.ofSeconds(1), DataSize.ofKilobytes(8), 64);
    private static final Duration LONG = Duration.ofSeconds(30);
    /** Whatever is added to it. */
    private static final int MOST_NICE = 19;

    @TempDir
    Path folder;

    private final List<String> lines = new ArrayList<>();

    private Outcome run(String script) throws Exception {
        return new Tool("bash", LIMITS).run(List.of("-c", script), folder, LONG, lines::add);
    }

    @Test
    void programHasNoNetworkWhereOthersHaveAndTheSystemCanCutIt() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(1000);
            var connect = "exec 3<>/dev/tcp/127.0.0.1/" + server.getLocalPort();

            var free = new ProcessBuilder("bash", "-c", connect).start();
            assertThat(free.waitFor()).isZero();
            server.accept().close();

            var isCut = Confinement.ofThisSystem().cutsNetwork();
            assertThat(run(connect).errors().contains("Network is unreachable")).isEqualTo(isCut);
            assertThat(isReached(server)).isEqualTo(!isCut);
        }
    }

    private static boolean isReached(ServerSocket server) throws IOException {
        try (var _ = server.accept()) {
            return true;
        } catch (SocketTimeoutException nobody) {
            return false;
        }
    }

    @Test
    void filesOfItsDirectoryAreReadAndWritten() throws Exception {
        Files.writeString(folder.resolve("in"), "text");
        Files.createDirectory(folder.resolve("sub"));
        assertThat(run("cat in > sub/out && echo done").isSuccess()).isTrue();
        assertThat(lines).containsExactly("done");
        assertThat(folder.resolve("sub/out")).hasContent("text");
        assertThat(Files.getOwner(folder.resolve("sub/out"))).isEqualTo(Files.getOwner(folder));
    }

    @Test
    void limitsHold() throws Exception {
        run("ulimit -c; ulimit -n; ulimit -v; ulimit -Ht");
        assertThat(lines).containsExactly("0", "64", "1048576", "6");
    }

    @Test
    void whoeverStartedItGoesFirst() throws Exception {
        run("nice");
        assertThat(lines).containsExactly(Integer.toString(Math.min(ownNiceness() + 10, MOST_NICE)));
    }

    private static int ownNiceness() throws IOException {
        try (var lines = new ProcessBuilder("nice").start().inputReader()) {
            return Integer.parseInt(lines.readLine());
        }
    }

    @Test
    void programThatUsesUpItsProcessorTimeIsBeyondItsLimits() throws Exception {
        assertThat(run("while :; do :; done").isBeyondLimits()).isTrue();
    }

    @Test
    void programThatWritesTooLargeAFileIsBeyondItsLimits() throws Exception {
        assertThat(run("exec head -c 10000 /dev/zero > out").isBeyondLimits()).isTrue();
        assertThat(Files.size(folder.resolve("out"))).isEqualTo(8192);
    }

    @Test
    void complaintsAreBoundedToo() throws Exception {
        var outcome = run("exec yes complaint >&2");
        assertThat(outcome.isBeyondLimits()).isTrue();
        assertThat(outcome.errors()).contains("complaint\ncomplaint").hasSizeLessThanOrEqualTo(2000);
    }

    @Test
    void whatIsKilledFromOutsideOrNeverStartsIsNoFaultOfTheContent() throws Exception {
        var killed = run("kill -9 $$");
        assertThat(killed.isNoFaultOfTheContent()).isTrue();
        assertThat(killed.isBeyondLimits()).isFalse();
        var missing = new Tool("/no/such/program", LIMITS).run(List.of(), folder, LONG, lines::add);
        assertThat(missing.isNoFaultOfTheContent()).isTrue();
    }

    @Test
    void programThatTakesTooLongIsGoneAfterwards() {
        assertThatExceptionOfType(Tool.TimeOver.class)
                .isThrownBy(() -> new Tool("bash", LIMITS)
                        .run(List.of("-c", "echo $$; exec sleep 600"), folder, Duration.ofMillis(500), lines::add));
        assertThat(isRunning(lines.getFirst())).isFalse();
    }

    @Test
    void programIsGoneWhenItsParentIsKilled() throws Exception {
        var parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Parent.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var output = parent.inputReader()) {
            var child = output.lines()
                    .filter(line -> line.matches("\\d+"))
                    .findFirst()
                    .orElseThrow();
            assertThat(isRunning(child)).isTrue();

            parent.destroyForcibly().waitFor();
            await().atMost(Duration.ofSeconds(5)).until(() -> !isRunning(child));
        } finally {
            parent.destroyForcibly();
        }
    }

    /** A process that nobody has waited for yet is over, though its number is still taken. */
    private static boolean isRunning(String processId) {
        try {
            var state = Files.readString(Path.of("/proc", processId, "stat"));
            return state.charAt(state.lastIndexOf(')') + 2) != 'Z';
        } catch (IOException gone) {
            return false;
        }
    }

    /** Stands for the application: starts a program that neither ends nor writes, and says which process it is. */
    static final class Parent {

        private Parent() {}

        @SuppressWarnings("SystemOut") // that is how the test hears of it
        public static void main(String[] arguments) throws Exception {
            new Tool("bash", LIMITS)
                    .run(List.of("-c", "echo $$; exec sleep 600"), Path.of(arguments[0]), LONG, System.out::println);
        }
    }
}
