package academy.artisan.lms.media.transcode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

import academy.artisan.lms.media.content.ContentId;
import org.springframework.util.FileSystemUtils;

/** Where one run keeps its files; what earlier runs on this machine left of the same video is cleared away. */
record WorkDirectory(Path path) implements AutoCloseable {

    static WorkDirectory open(Path root, ContentId contentId, UUID run) throws IOException {
        var ofVideo = root.toAbsolutePath().resolve(contentId.toString());
        endLeftOverPrograms(ofVideo);
        FileSystemUtils.deleteRecursively(ofVideo);
        return new WorkDirectory(Files.createDirectories(ofVideo.resolve(run.toString())));
    }

    /** Where children cannot be made to die with their parent they may still be writing. */
    private static void endLeftOverPrograms(Path ofVideo) {
        ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains(ofVideo.toString()))
                        .isPresent())
                .forEach(ProcessHandle::destroyForcibly);
    }

    Path source() {
        return path.resolve("source");
    }

    @Override
    public void close() throws IOException {
        FileSystemUtils.deleteRecursively(path.getParent());
    }
}
