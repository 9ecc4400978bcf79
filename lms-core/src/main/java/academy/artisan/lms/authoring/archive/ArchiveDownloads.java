package academy.artisan.lms.authoring.archive;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Archives that wait to be downloaded; the media module keeps them in the object store. */
public interface ArchiveDownloads {

    /** Keeps the file; the same id again overwrites. */
    void put(UUID archiveId, Path file);

    /** An address from which a browser saves the archive under this name. */
    String url(UUID archiveId, String fileName, Duration validFor);

    /** Throws one away; none is fine. */
    void remove(UUID archiveId);

    /** Throws away whatever was put before this time. */
    void removeOlder(Instant time);
}
