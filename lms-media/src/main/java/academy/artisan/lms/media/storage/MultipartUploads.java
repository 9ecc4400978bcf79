package academy.artisan.lms.media.storage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.minio.ListMultipartUploadsArgs;
import io.minio.MinioAsyncClient;
import io.minio.errors.MinioException;
import io.minio.messages.ListMultipartUploadsResult;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The multipart uploads that were begun in the bucket and neither completed nor aborted. */
@Component
public class MultipartUploads {

    /** One that was begun. */
    public record Begun(String key, String uploadId, Instant at) {}

    private final MinioAsyncClient minio;
    private final S3Properties store;

    MultipartUploads(MinioAsyncClient minio, S3Properties store) {
        this.minio = minio;
        this.store = store;
    }

    /** Whether parts can still be put; a list of parts does not tell, as not every store misses an upload there. */
    public boolean isOpen(String key, String uploadId) {
        return list(key).stream()
                .anyMatch(
                        upload -> upload.key().equals(key) && upload.uploadId().equals(uploadId));
    }

    /** All of them; without a bucket there are none. */
    public List<Begun> all() {
        return list(null);
    }

    /** By a whole key or by none: MinIO takes nothing else for a prefix here. */
    private List<Begun> list(@Nullable String key) {
        var uploads = new ArrayList<Begun>();
        @Nullable ListMultipartUploadsResult page = null;
        do {
            page = page(key, page);
            if (page == null) {
                return List.of();
            }
            page.uploads().forEach(upload -> uploads.add(begun(upload)));
        } while (page.isTruncated() && !page.uploads().isEmpty());
        return uploads;
    }

    private @Nullable ListMultipartUploadsResult page(
            @Nullable String key, @Nullable ListMultipartUploadsResult before) {
        var wanted = ListMultipartUploadsArgs.builder().bucket(store.bucket());
        if (key != null) {
            wanted.prefix(key);
        }
        if (before != null) {
            wanted.keyMarker(before.nextKeyMarker()).uploadIdMarker(before.nextUploadIdMarker());
        }
        try {
            return ObjectStore.get(minio.listMultipartUploads(wanted.build())).result();
        } catch (MinioException problem) {
            if (ObjectStore.isAnswer(problem, "NoSuchBucket")) {
                return null;
            }
            throw new ObjectStoreUnavailable(problem);
        }
    }

    private static Begun begun(ListMultipartUploadsResult.Upload upload) {
        var at = Objects.requireNonNull(upload.initiated()).toInstant();
        return new Begun(upload.objectName(), upload.uploadId(), at);
    }
}
