package academy.artisan.lms.media.archive;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import academy.artisan.lms.authoring.archive.ArchiveDownloads;
import academy.artisan.lms.media.storage.ObjectStore;
import academy.artisan.lms.media.storage.ObjectStore.NewObject;
import org.springframework.stereotype.Component;

/** Archives in the object store. */
@Component
class StoredArchives implements ArchiveDownloads {

    private static final String PREFIX = "archives/";
    private static final String TYPE = "application/zip";

    private final ObjectStore store;

    StoredArchives(ObjectStore store) {
        this.store = store;
    }

    private static String key(UUID archiveId) {
        return PREFIX + archiveId;
    }

    @Override
    public void put(UUID archiveId, Path file) {
        store.put(List.of(new NewObject(key(archiveId), file, TYPE)));
    }

    /** As RFC 6266 has it: under its own name in any script. */
    @Override
    public String url(UUID archiveId, String fileName, Duration validFor) {
        var name = URLEncoder.encode(fileName, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        var disposition = "attachment; filename=\"course.zip\"; filename*=UTF-8''" + name;
        return store.signedRead(key(archiveId), TYPE, disposition, validFor);
    }

    @Override
    public void remove(UUID archiveId) {
        store.remove(key(archiveId), ignored -> false);
    }

    @Override
    public void removeOlder(Instant time) {
        store.removeOlder(PREFIX, time);
    }
}
