package academy.artisan.lms.media.inspection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;

import academy.artisan.lms.course.FileLibrary.FileType;
import academy.artisan.lms.testing.Documents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class InspectorTests {

    private final Inspector inspector = new Inspector();

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        inspector.destroy();
    }

    private Finding inspect(FileType claimed, byte[] content) throws IOException {
        return inspector.inspect(claimed, Files.write(folder.resolve("content"), content), folder);
    }

    @Test
    void findingComesBackFromTheOtherProcess() throws IOException {
        assertThat(inspect(FileType.PDF, Documents.pdf(2, "ten letters"))).isEqualTo(new Finding.Document(2, 20));
        assertThat(inspect(FileType.PNG, Documents.picture("png", 5, 6))).isEqualTo(new Finding.Picture(5, 6));
        assertThat(inspect(FileType.PDF, Documents.docx("a"))).isEqualTo(new Finding.Unfit(Refusal.OTHER_TYPE));
    }

    /** Half a MiB of a PDF whose page is drawn by a thousand times as many instructions. */
    @Test
    void documentThatTakesAllMemoryIsRefusedAndTheNextIsLookedAt() throws IOException {
        assertThat(inspect(FileType.PDF, Bombs.pdf())).isEqualTo(new Finding.Unfit(Refusal.TOO_COMPLEX));
        assertThat(inspect(FileType.PDF, Documents.pdf(1, "a"))).isEqualTo(new Finding.Document(1, 1));
    }

    @Test
    void documentThatTakesTooLongIsRefused() throws IOException {
        var impatient = new Inspector(Duration.ofMillis(20));
        var file = Files.write(folder.resolve("content"), Documents.pdf(1, "a"));
        assertThat(impatient.inspect(FileType.PDF, file, folder)).isEqualTo(new Finding.Unfit(Refusal.TOO_COMPLEX));
        impatient.destroy();
    }

    @Test
    void manyAtOnceAllComeBack() {
        var picture = Documents.picture("png", 5, 6);
        var findings = IntStream.range(0, 8)
                .parallel()
                .mapToObj(number -> {
                    try {
                        var own = Files.createDirectory(folder.resolve("f" + number));
                        return inspector.inspect(FileType.PNG, Files.write(own.resolve("content"), picture), own);
                    } catch (IOException disk) {
                        throw new UncheckedIOException(disk);
                    }
                })
                .toList();
        assertThat(findings).hasSize(8).containsOnly(new Finding.Picture(5, 6));
    }
}
