package academy.artisan.lms.media.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import io.minio.AbortMultipartUploadArgs;
import io.minio.CompleteMultipartUploadArgs;
import io.minio.CreateMultipartUploadArgs;
import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.ListPartsArgs;
import io.minio.MinioAsyncClient;
import io.minio.RemoveObjectsArgs;
import io.minio.StatObjectArgs;
import io.minio.UploadObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import io.minio.messages.DeleteRequest;
import io.minio.messages.Item;
import io.minio.messages.Part;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The bucket that holds sources and renditions. Whatever the store does not answer as expected ends in
 * {@link ObjectStoreUnavailable}.
 */
@Component
public class ObjectStore {

    private static final int AT_ONCE = 16;

    private final MinioAsyncClient minio;
    private final S3Properties store;
    private final Clock clock;

    ObjectStore(MinioAsyncClient minio, S3Properties store, Clock clock) {
        this.minio = minio;
        this.store = store;
        this.clock = clock;
    }

    /** Starts a multipart upload and answers its id. */
    public String beginUpload(String key) {
        var begin = CreateMultipartUploadArgs.builder()
                .bucket(store.bucket())
                .object(key)
                .build();
        return await(minio.createMultipartUpload(begin)).result().uploadId();
    }

    /** The parts that arrived so far, in order; none when there is no such upload, so also when it was completed. */
    public List<StoredPart> parts(String key, String uploadId) {
        var parts = new ArrayList<StoredPart>();
        try {
            @Nullable Integer marker = null;
            while (true) {
                var page = get(minio.listParts(ListPartsArgs.builder()
                                .bucket(store.bucket())
                                .object(key)
                                .uploadId(uploadId)
                                .partNumberMarker(marker)
                                .build()))
                        .result();
                page.parts().forEach(part -> parts.add(stored(part)));
                if (!page.isTruncated() || page.parts().isEmpty()) {
                    return parts;
                }
                marker = parts.getLast().number();
            }
        } catch (MinioException problem) {
            if (isMissing(problem)) {
                return List.of();
            }
            throw new ObjectStoreUnavailable(problem);
        }
    }

    /** Makes one object of the parts; nothing happens when there is no such upload (any more). */
    public void completeUpload(String key, String uploadId, List<StoredPart> parts) {
        var all =
                parts.stream().map(part -> new Part(part.number(), part.etag())).toArray(Part[]::new);
        try {
            get(minio.completeMultipartUpload(CompleteMultipartUploadArgs.builder()
                    .bucket(store.bucket())
                    .object(key)
                    .uploadId(uploadId)
                    .parts(all)
                    .build()));
        } catch (MinioException problem) {
            if (!isMissing(problem)) {
                throw new ObjectStoreUnavailable(problem);
            }
        }
    }

    /** Throws away what was uploaded; no such upload is fine. */
    public void abortUpload(String key, String uploadId) {
        try {
            get(minio.abortMultipartUpload(AbortMultipartUploadArgs.builder()
                    .bucket(store.bucket())
                    .object(key)
                    .uploadId(uploadId)
                    .build()));
        } catch (MinioException problem) {
            if (!isMissing(problem)) {
                throw new ObjectStoreUnavailable(problem);
            }
        }
    }

    /** How many bytes an object has; empty when there is none. */
    public OptionalLong size(String key) {
        try {
            var stat =
                    StatObjectArgs.builder().bucket(store.bucket()).object(key).build();
            return OptionalLong.of(get(minio.statObject(stat)).size());
        } catch (MinioException problem) {
            if (isMissing(problem)) {
                return OptionalLong.empty();
            }
            throw new ObjectStoreUnavailable(problem);
        }
    }

    /** Copies an object to a new file; ends early when the thread is interrupted. */
    public void download(String key, Path file) {
        copy(key, content -> Files.copy(content, file));
    }

    /** The same, and answers the SHA-256 of what was copied, in hexadecimal. */
    public String downloadWithDigest(String key, Path file) {
        var digest = sha256();
        copy(key, content -> Files.copy(new DigestInputStream(content, digest), file));
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Takes in what the store sends. */
    private interface Copying {
        long copy(InputStream content) throws IOException;
    }

    private void copy(String key, Copying copying) {
        var wanted = GetObjectArgs.builder().bucket(store.bucket()).object(key).build();
        try (var content = await(minio.getObject(wanted))) {
            var _ = copying.copy(content);
        } catch (IOException broken) {
            throw new ObjectStoreUnavailable(broken);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A file to become an object. */
    public record NewObject(String key, Path file, String contentType) {}

    /** Returns when all are there. */
    public void put(List<NewObject> objects) {
        for (var from = 0; from < objects.size(); from += AT_ONCE) {
            var some = objects.subList(from, Math.min(from + AT_ONCE, objects.size()));
            await(CompletableFuture.allOf(some.stream().map(this::put).toArray(CompletableFuture<?>[]::new)));
        }
    }

    private CompletableFuture<?> put(NewObject object) {
        try {
            return minio.uploadObject(UploadObjectArgs.builder()
                    .bucket(store.bucket())
                    .object(object.key())
                    .filename(object.file().toString())
                    .contentType(object.contentType())
                    .build());
        } catch (MinioException unreadable) {
            throw new ObjectStoreUnavailable(unreadable);
        }
    }

    /** Removes the objects below a prefix that are not to be kept; without a bucket there are none. */
    public void remove(String prefix, Predicate<String> isKept) {
        removeItems(prefix, item -> isKept.test(item.objectName()));
    }

    private void removeItems(String prefix, Predicate<Item> isKept) {
        var listing = minio.listObjects(ListObjectsArgs.builder()
                .bucket(store.bucket())
                .prefix(prefix)
                .recursive(true)
                .build());
        try {
            var unwanted = new ArrayList<DeleteRequest.Object>();
            for (var found : listing) {
                var item = found.get();
                if (!isKept.test(item)) {
                    unwanted.add(new DeleteRequest.Object(item.objectName()));
                }
            }
            if (unwanted.isEmpty()) {
                return;
            }
            var removal = RemoveObjectsArgs.builder()
                    .bucket(store.bucket())
                    .objects(unwanted)
                    .build();
            for (var failure : minio.removeObjects(removal)) {
                throw new ObjectStoreUnavailable(new IOException(failure.get().message()));
            }
        } catch (MinioException problem) {
            if (!isAnswer(problem, "NoSuchBucket")) {
                throw new ObjectStoreUnavailable(problem);
            }
        }
    }

    /** Removes the objects below a prefix that were put there before this time. */
    public void removeOlder(String prefix, Instant time) {
        removeItems(prefix, item -> !item.lastModified().toInstant().isBefore(time));
    }

    /**
     * Signs addresses to read objects from, key by key, all valid for at least this time; no more than 7 days less a
     * quarter of an hour. Within such a quarter they are the same for everybody.
     */
    public UnaryOperator<String> signedReads(Duration timeToLive) {
        return UrlSigner.forReading(store, clock.instant(), timeToLive)::get;
    }

    /** An address to read an object from that names itself a file of this type and disposition. */
    public String signedRead(String key, String contentType, String contentDisposition, Duration timeToLive) {
        return UrlSigner.forReading(store, clock.instant(), timeToLive).get(key, contentType, contentDisposition);
    }

    /** An address to put an object of exactly this size to. */
    public String signedPut(String key, long sizeBytes, Duration timeToLive) {
        return new UrlSigner(store, clock.instant(), timeToLive).put(key, sizeBytes);
    }

    /** Signs addresses to upload the parts of an object to, number by number. */
    public IntFunction<String> signedParts(String key, String uploadId, Duration timeToLive) {
        var signer = new UrlSigner(store, clock.instant(), timeToLive);
        return number -> signer.putPart(key, uploadId, number);
    }

    private static StoredPart stored(Part part) {
        return new StoredPart(part.partNumber(), part.etag().replace("\"", ""), part.partSize());
    }

    private static boolean isMissing(MinioException problem) {
        return isAnswer(problem, "NoSuchUpload", "NoSuchKey");
    }

    static boolean isAnswer(MinioException problem, String... codes) {
        return problem instanceof ErrorResponseException answer
                && List.of(codes).contains(answer.errorResponse().code());
    }

    private static <T> T await(CompletableFuture<T> answer) {
        try {
            return get(answer);
        } catch (MinioException problem) {
            throw new ObjectStoreUnavailable(problem);
        }
    }

    static <T> T get(CompletableFuture<T> answer) throws MinioException {
        try {
            return answer.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ObjectStoreUnavailable(interrupted);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof MinioException problem) {
                throw problem;
            }
            throw new ObjectStoreUnavailable(failed);
        }
    }
}
