package academy.artisan.lms.media.upload;

import java.time.Clock;
import java.util.List;

import academy.artisan.lms.media.storage.MultipartUploads;
import academy.artisan.lms.media.storage.ObjectStore;
import academy.artisan.lms.media.storage.UnfinishedUploadProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Multipart uploads that only the store knows of: whoever began them was killed before it could note them, or in the
 * middle of putting a large object.
 */
@Component
class StrayUploads {

    private static final Logger log = LoggerFactory.getLogger(StrayUploads.class);

    /** All that the application puts lies below these; whatever else is in the bucket is not its own. */
    private static final List<String> OURS = List.of("videos/", "imports/", "archives/", "files/");

    private final MultipartUploads multiparts;
    private final Uploads uploads;
    private final ObjectStore store;
    private final UnfinishedUploadProperties properties;
    private final Clock clock;

    StrayUploads(
            MultipartUploads multiparts,
            Uploads uploads,
            ObjectStore store,
            UnfinishedUploadProperties properties,
            Clock clock) {
        this.multiparts = multiparts;
        this.uploads = uploads;
        this.store = store;
        this.properties = properties;
        this.clock = clock;
    }

    /** Aborts those that are so old that any upload would have been given up, and that nobody goes on with. */
    void abort() {
        var limit = clock.instant().minus(properties.abandonedAfter());
        var old = multiparts.all().stream()
                .filter(upload -> upload.at().isBefore(limit))
                .filter(upload -> OURS.stream().anyMatch(upload.key()::startsWith))
                .toList();
        if (old.isEmpty()) {
            return;
        }
        var known = uploads.openUploadIds();
        for (var upload : old) {
            if (!known.contains(upload.uploadId())) {
                store.abortUpload(upload.key(), upload.uploadId());
                log.info("Aborted the upload of {} that was begun at {}", upload.key(), upload.at());
            }
        }
    }
}
