package academy.artisan.lms.media.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

import org.springframework.util.FileSystemUtils;

/** Where one file lies while it is looked at. */
record WorkFolder(Path path) implements AutoCloseable {

    static WorkFolder open(Path root) {
        try {
            return new WorkFolder(Files.createTempDirectory(Files.createDirectories(root.toAbsolutePath()), "file-"));
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    /** Clears away what a killed process left. */
    static void removeOld(Path root, Instant before) {
        if (!Files.isDirectory(root)) {
            return;
        }
        try (var folders = Files.list(root)) {
            for (var folder : folders.toList()) {
                if (Files.getLastModifiedTime(folder).toInstant().isBefore(before)) {
                    FileSystemUtils.deleteRecursively(folder);
                }
            }
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    Path content() {
        return path.resolve("content");
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
