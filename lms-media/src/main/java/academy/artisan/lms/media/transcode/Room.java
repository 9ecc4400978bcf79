package academy.artisan.lms.media.transcode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import org.springframework.util.unit.DataSize;

/**
 * What is free where videos are processed. Others live on the same disk, the database among them, so some room is left
 * to them: a video that needs more waits. That is no fault of the video, so it is tried again.
 */
record Room(Path directory, DataSize spare) {

    private static final double MUXING = 1.1;
    private static final int SOUND_KILOBITS = 128;

    /** Begins nothing that would not fit. */
    void require(long bytes) {
        var free = free();
        if (free - bytes < spare.toBytes()) {
            throw new IllegalStateException("%d bytes are needed and %d are free, of which %s are left to others"
                    .formatted(bytes, free, spare));
        }
    }

    /** The same, for renditions of that many seconds: encoders are held to a rate. */
    void require(List<Rung> rungs, double seconds) {
        var kilobits =
                SOUND_KILOBITS + rungs.stream().mapToInt(Rung::maxKilobits).sum();
        require((long) (seconds * kilobits * 1000 / 8 * MUXING));
    }

    /** Looks at it with every line that a program writes, for others fill the disk too. */
    Consumer<String> watching(Consumer<String> lines) {
        return line -> {
            require(0);
            lines.accept(line);
        };
    }

    private long free() {
        try {
            return Files.getFileStore(directory).getUsableSpace();
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }
}
