package academy.artisan.lms.media.storage;

import java.net.URI;
import java.time.Clock;

import io.minio.MinioAsyncClient;

/** The application's side of a store at some address. */
public record StoreAt(MinioAsyncClient minio, ObjectStore objects, MultipartUploads uploads) {

    public static StoreAt address(URI address) {
        var store = new S3Properties(address, null, null, "key", "secret-key", "us-east-1", "media");
        var minio = new StorageConfiguration().minio(store);
        return new StoreAt(minio, new ObjectStore(minio, store, Clock.systemUTC()), new MultipartUploads(minio, store));
    }
}
