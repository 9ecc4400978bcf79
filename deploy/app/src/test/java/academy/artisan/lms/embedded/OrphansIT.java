package academy.artisan.lms.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class OrphansIT {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @TempDir
    Path pidFiles;

    private Process process = start("sleep", "600");

    @AfterEach
    void endProcess() {
        process.destroyForcibly();
    }

    @Test
    void childOfAKilledParentIsEnded() throws IOException {
        write(process);
        Orphans.end(pidFiles, PATIENCE);
        assertThat(process.isAlive()).isFalse();
        assertThat(pidFiles).isEmptyDirectory();
    }

    @Test
    void childThatDoesNotListenIsEndedByForce() throws IOException {
        endProcess();
        process = start("sh", "-c", "trap '' TERM; while :; do sleep 1; done");
        write(process);
        Orphans.end(pidFiles, PATIENCE);
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void processThatGotTheSameIdLaterIsLeftAlone() throws IOException {
        var earlier = Instant.now().minus(Duration.ofHours(1));
        Files.writeString(pidFiles.resolve("redis.pid"), "%d %s TERM".formatted(process.pid(), earlier));
        Orphans.end(pidFiles, PATIENCE);
        assertThat(process.isAlive()).isTrue();
        assertThat(pidFiles).isEmptyDirectory();
    }

    @Test
    void damagedPidFileIsForgotten() throws IOException {
        Files.writeString(pidFiles.resolve("redis.pid"), "%d".formatted(process.pid()));
        Orphans.end(pidFiles, PATIENCE);
        assertThat(process.isAlive()).isTrue();
        assertThat(pidFiles).isEmptyDirectory();
    }

    private void write(Process orphan) throws IOException {
        new PidFile(pidFiles.resolve("redis.pid")).write(new RunningProcess(orphan.toHandle(), "TERM"));
    }

    private static Process start(String... command) {
        try {
            return new ProcessBuilder(command).start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
