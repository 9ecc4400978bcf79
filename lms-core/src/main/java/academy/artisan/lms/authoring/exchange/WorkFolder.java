package academy.artisan.lms.authoring.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;

import org.springframework.util.FileSystemUtils;

/** Where one job keeps its files; what an earlier run left is cleared away. */
record WorkFolder(Path path) implements AutoCloseable {

    private static final long SPARE_BYTES = 1L << 30;

    /** Ends with a problem that trying again later may solve, if the disk has no room for so many bytes. */
    static WorkFolder open(Path root, UUID job, long bytes) {
        try {
            var path = root.toAbsolutePath().resolve(job.toString());
            FileSystemUtils.deleteRecursively(path);
            Files.createDirectories(path);
            if (Files.getFileStore(path).getUsableSpace() < bytes + SPARE_BYTES) {
                throw new IllegalStateException("No room for %d bytes in %s".formatted(bytes, root));
            }
            return new WorkFolder(path);
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    /** Clears away what killed processes left. */
    static void removeOld(Path root, Instant before) {
        if (!Files.isDirectory(root)) {
            return;
        }
        try (var leftovers = Files.list(root)) {
            for (var leftover : leftovers.toList()) {
                if (Files.getLastModifiedTime(leftover).toInstant().isBefore(before)) {
                    FileSystemUtils.deleteRecursively(leftover);
                }
            }
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    Path archive() {
        return path.resolve("archive.zip");
    }

    Path media() {
        return path.resolve("media");
    }

    @Override
    public void close() {
        try {
            FileSystemUtils.deleteRecursively(path);
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }
}
