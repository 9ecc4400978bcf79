package academy.artisan.lms.media.upload;

import java.util.List;

import academy.artisan.lms.media.storage.MultipartUploads;
import academy.artisan.lms.media.storage.ObjectStore;
import academy.artisan.lms.media.storage.StoredPart;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes one object of the parts that were uploaded. */
@Component
class UploadedObjects {

    private final ObjectStore store;
    private final MultipartUploads open;

    UploadedObjects(ObjectStore store, MultipartUploads open) {
        this.store = store;
        this.open = open;
    }

    /**
     * Again, after the object was made, is no change.
     *
     * @param named the parts as their uploader names them; null for those that the store holds
     * @return the parts that the object is made of; none if nobody can tell any more
     */
    List<UploadedPart> make(String key, String uploadId, PartPlan plan, @Nullable List<UploadedPart> named) {
        var stored = store.parts(key, uploadId);
        var parts = named == null ? stored.stream().map(UploadedPart::of).toList() : named;
        if (isOver(key, uploadId, stored)) {
            requireWhole(key, plan);
            return parts;
        }
        var errors = PartsCheck.errors(plan, stored, parts);
        if (!errors.isEmpty()) {
            throw new PartsDoNotFit(plan.sizeBytes(), errors);
        }
        store.completeUpload(key, uploadId, stored);
        requireWhole(key, plan);
        return parts;
    }

    /** Whether the store knows no such upload any more: it was made an object, or is lost. */
    boolean isOver(String key, String uploadId, List<StoredPart> stored) {
        return stored.isEmpty() && !open.isOpen(key, uploadId);
    }

    /** An earlier completion may have come this far and no further; only we can have made the object. */
    boolean isWhole(String key, PartPlan plan) {
        return store.size(key).orElse(-1) == plan.sizeBytes();
    }

    private void requireWhole(String key, PartPlan plan) {
        if (!isWhole(key, plan)) {
            throw new UploadLost(key);
        }
    }
}
