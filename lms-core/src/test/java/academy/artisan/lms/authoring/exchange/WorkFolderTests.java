package academy.artisan.lms.authoring.exchange;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

import academy.artisan.lms.support.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class WorkFolderTests {

    private final UUID job = Ids.next();

    @TempDir
    Path root;

    private WorkFolder open() {
        return WorkFolder.open(root, job, Ids.next(), 1);
    }

    @Test
    void twoRunsOfOneJobDoNotTouchTheFilesOfEachOther() throws Exception {
        var first = open();
        Files.write(first.media(), new byte[3]);
        var second = open();
        Files.write(second.media(), new byte[5]);
        assertThat(first.media()).hasSize(3);

        first.close();

        assertThat(first.path()).doesNotExist();
        assertThat(second.media()).hasSize(5);
        second.close();
        assertThat(root).isEmptyDirectory();
    }

    @Test
    void whatAKilledRunOfTheJobLeftIsClearedAwayByTheNextOne() throws Exception {
        var killed = Files.createDirectories(root.resolve("%s.%s".formatted(job, Ids.next())));
        Files.write(killed.resolve("archive.zip"), new byte[9]);
        var ofAnotherJob = Files.createDirectory(root.resolve("%s.%s".formatted(Ids.next(), Ids.next())));

        try (var work = open()) {
            assertThat(killed).doesNotExist();
            assertThat(ofAnotherJob).isDirectory();
            assertThat(work.path()).isEmptyDirectory();
        }
    }

    @Test
    void whereThereIsNoRoomNothingIsLeft() {
        assertThatIllegalStateException()
                .isThrownBy(() -> WorkFolder.open(root, job, Ids.next(), Long.MAX_VALUE / 2))
                .withMessageContaining("No room");
        assertThat(root).isEmptyDirectory();
    }
}
