package academy.artisan.lms.authoring.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.util.FileSystemUtils;

/**
 * Where one run of a job keeps its files. A run that was taken for dead may still be at it when the next one begins, so
 * each has a folder of its own.
 */
record WorkFolder(Path path) implements AutoCloseable {

    private static final long SPARE_BYTES = 1L << 30;

    /** Those of this process, which nobody else clears away. */
    private static final Set<Path> IN_USE = ConcurrentHashMap.newKeySet();

    /**
     * What killed runs of the same job left is cleared away. Ends with a problem that trying again later may solve, if
     * the disk has no room for so many bytes.
     */
    static WorkFolder open(Path root, UUID job, UUID run, long bytes) {
        try {
            var folders = Files.createDirectories(root.toAbsolutePath());
            removeLeft(folders, job);
            if (Files.getFileStore(folders).getUsableSpace() < bytes + SPARE_BYTES) {
                throw new IllegalStateException("No room for %d bytes in %s".formatted(bytes, root));
            }
            var path = folders.resolve("%s.%s".formatted(job, run));
            IN_USE.add(path);
            return new WorkFolder(Files.createDirectory(path));
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    private static void removeLeft(Path folders, UUID job) throws IOException {
        try (var ofThisJob = Files.newDirectoryStream(folders, job + "*")) {
            for (var folder : ofThisJob) {
                if (!IN_USE.contains(folder)) {
                    FileSystemUtils.deleteRecursively(folder);
                }
            }
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
        } finally {
            IN_USE.remove(path);
        }
    }
}
