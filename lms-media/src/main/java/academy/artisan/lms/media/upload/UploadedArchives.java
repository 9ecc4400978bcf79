package academy.artisan.lms.media.upload;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import academy.artisan.lms.authoring.archive.ArchiveUploads;
import academy.artisan.lms.media.storage.ObjectStore;
import org.springframework.stereotype.Component;

/** Archives of courses arrive the way videos do. */
@Component
class UploadedArchives implements ArchiveUploads {

    private final ObjectStore store;
    private final UploadedObjects objects;
    private final UploadProperties properties;

    UploadedArchives(ObjectStore store, UploadedObjects objects, UploadProperties properties) {
        this.store = store;
        this.objects = objects;
        this.properties = properties;
    }

    private static String key(UUID importId) {
        return "imports/" + importId;
    }

    private static PartPlan plan(Upload upload) {
        return new PartPlan(upload.sizeBytes(), upload.partSizeBytes());
    }

    @Override
    public Upload begin(UUID importId, long sizeBytes) {
        var plan = PartPlan.of(sizeBytes, properties.partSize().toBytes());
        return new Upload(store.beginUpload(key(importId)), sizeBytes, plan.partSizeBytes());
    }

    @Override
    public List<PartAddress> addresses(UUID importId, Upload upload) {
        var signed = store.signedParts(key(importId), upload.uploadId(), properties.urlsValidFor());
        return IntStream.rangeClosed(1, plan(upload).count())
                .mapToObj(number -> new PartAddress(number, signed.apply(number)))
                .toList();
    }

    @Override
    public void complete(UUID importId, Upload upload, List<ArchiveUploads.UploadedPart> parts) {
        var named = parts.stream()
                .map(part -> new academy.artisan.lms.media.upload.UploadedPart(part.number(), part.etag()))
                .toList();
        objects.make(key(importId), upload.uploadId(), plan(upload), named);
    }

    @Override
    public void abort(UUID importId, Upload upload) {
        store.abortUpload(key(importId), upload.uploadId());
    }

    @Override
    public void fetch(UUID importId, Path file) {
        store.download(key(importId), file);
    }

    @Override
    public void remove(UUID importId) {
        store.remove(key(importId), ignored -> false);
    }
}
