package academy.artisan.lms.media.upload;

import java.util.List;

import academy.artisan.lms.media.storage.ObjectStore;
import org.springframework.stereotype.Component;

/** Makes one object of the parts that were uploaded. */
@Component
class UploadedObjects {

    private final ObjectStore store;

    UploadedObjects(ObjectStore store) {
        this.store = store;
    }

    /** Again, after the object was made, is no change. */
    void make(String key, String uploadId, PartPlan plan, List<UploadedPart> parts) {
        var stored = store.parts(key, uploadId);
        var errors = PartsCheck.errors(plan, stored, parts);
        if (errors.isEmpty()) {
            store.completeUpload(key, uploadId, stored);
        } else if (!isObjectAlready(key, plan, stored.isEmpty())) {
            throw new PartsDoNotFit(plan.sizeBytes(), errors);
        }
    }

    /** An earlier completion may have come this far and no further; only we can have made the object. */
    private boolean isObjectAlready(String key, PartPlan plan, boolean uploadIsGone) {
        return uploadIsGone && store.size(key).orElse(-1) == plan.sizeBytes();
    }
}
