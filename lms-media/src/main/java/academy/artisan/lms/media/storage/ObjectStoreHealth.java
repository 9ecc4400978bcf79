package academy.artisan.lms.media.storage;

import java.util.concurrent.TimeUnit;

import io.minio.BucketExistsArgs;
import io.minio.MinioAsyncClient;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Up when the store answers and the bucket is there; also tells which of the rules for the bucket hold. */
@Component("objectStoreHealthIndicator")
class ObjectStoreHealth extends AbstractHealthIndicator {

    private static final int PATIENCE_SECONDS = 3;

    private final MinioAsyncClient minio;
    private final S3Properties store;
    private final BucketRules rules;

    ObjectStoreHealth(MinioAsyncClient minio, S3Properties store, BucketRules rules) {
        super("The object store does not answer");
        this.minio = minio;
        this.store = store;
        this.rules = rules;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) throws Exception {
        var bucket = BucketExistsArgs.builder().bucket(store.bucket()).build();
        if (minio.bucketExists(bucket).get(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            health.up();
        } else {
            health.down();
        }
        health.withDetail("bucket", store.bucket()).withDetails(rules.report());
    }
}
