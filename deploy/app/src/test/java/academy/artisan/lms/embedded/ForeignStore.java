package academy.artisan.lms.embedded;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import io.minio.AbortMultipartUploadArgs;
import io.minio.BucketExistsArgs;
import io.minio.ListMultipartUploadsArgs;
import io.minio.ListObjectsArgs;
import io.minio.MinioAsyncClient;
import io.minio.RemoveBucketArgs;
import io.minio.RemoveObjectArgs;

/**
 * An S3 server that somebody else runs: the tests use it instead of one of their own when the environment names it, in
 * buckets that are theirs alone.
 */
public final class ForeignStore {

    private static final String PREFIX =
            "lms-test-" + UUID.randomUUID().toString().substring(0, 8) + "-";

    private static final Set<String> BUCKETS = ConcurrentHashMap.newKeySet();

    private ForeignStore() {}

    public static boolean isConfigured() {
        return !environment("LMS_S3_ENDPOINT", "").isBlank();
    }

    /** The name of a bucket that no other run of the tests has. */
    public static String bucket(String name) {
        var bucket = PREFIX + name;
        BUCKETS.add(bucket);
        return bucket;
    }

    /** Where it is, as the application is told. */
    public static Map<String, String> variables() {
        var variables = new TreeMap<>(System.getenv());
        variables.keySet().removeIf(name -> !name.startsWith("LMS_S3_"));
        return variables;
    }

    static MinioAsyncClient client() {
        return MinioAsyncClient.builder()
                .endpoint(environment("LMS_S3_ENDPOINT", ""))
                .credentials(environment("LMS_S3_ACCESS_KEY", ""), environment("LMS_S3_SECRET_KEY", ""))
                .region(environment("LMS_S3_REGION", "us-east-1"))
                .build();
    }

    /** Leaves it as it was found. */
    static void removeBuckets() {
        try (var store = client()) {
            for (var bucket : BUCKETS) {
                var exists = BucketExistsArgs.builder().bucket(bucket).build();
                if (store.bucketExists(exists).get()) {
                    remove(store, bucket);
                }
            }
        } catch (Exception failed) {
            throw new IllegalStateException("The buckets %s are left".formatted(BUCKETS), failed);
        }
    }

    private static void remove(MinioAsyncClient store, String bucket) throws Exception {
        abortUploads(store, bucket);
        var all = ListObjectsArgs.builder().bucket(bucket).recursive(true).build();
        for (var item : store.listObjects(all)) {
            store.removeObject(RemoveObjectArgs.builder()
                            .bucket(bucket)
                            .object(item.get().objectName())
                            .build())
                    .get();
        }
        store.removeBucket(RemoveBucketArgs.builder().bucket(bucket).build()).get();
    }

    private static void abortUploads(MinioAsyncClient store, String bucket) throws Exception {
        var open = ListMultipartUploadsArgs.builder().bucket(bucket).build();
        for (var upload : store.listMultipartUploads(open).get().result().uploads()) {
            store.abortMultipartUpload(AbortMultipartUploadArgs.builder()
                            .bucket(bucket)
                            .object(upload.objectName())
                            .uploadId(upload.uploadId())
                            .build())
                    .get();
        }
    }

    private static String environment(String name, String otherwise) {
        return System.getenv().getOrDefault(name, otherwise);
    }
}
