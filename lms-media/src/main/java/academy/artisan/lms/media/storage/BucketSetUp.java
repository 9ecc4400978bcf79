package academy.artisan.lms.media.storage;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.minio.BucketExistsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioAsyncClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Makes the bucket if it is missing and sets its rules, as soon as the store answers; the application starts meanwhile.
 */
@Component
class BucketSetUp implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(BucketSetUp.class);

    private final MinioAsyncClient minio;
    private final S3Properties store;
    private final BucketRules rules;
    private final ScheduledExecutorService background =
            Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());

    BucketSetUp(MinioAsyncClient minio, S3Properties store, BucketRules rules) {
        this.minio = minio;
        this.store = store;
        this.rules = rules;
    }

    @EventListener(ApplicationStartedEvent.class)
    void begin() {
        var _ = background.scheduleWithFixedDelay(this::attempt, 0, 3, TimeUnit.SECONDS);
    }

    private void attempt() {
        try {
            makeIfMissing();
            rules.apply();
            background.shutdown();
        } catch (ExecutionException | ObjectStoreUnavailable unavailable) {
            log.warn("The object store cannot be used yet ({}): {}", store, unavailable.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException unexpected) {
            // Thrown on, it would end the attempts
            log.error("The object store cannot be set up yet ({})", store, unexpected);
        }
    }

    private void makeIfMissing() throws ExecutionException, InterruptedException {
        var bucket = BucketExistsArgs.builder().bucket(store.bucket()).build();
        if (!minio.bucketExists(bucket).get()) {
            minio.makeBucket(MakeBucketArgs.builder().bucket(store.bucket()).build())
                    .get();
            log.info("Made {}", store);
        }
    }

    @Override
    public void destroy() {
        background.shutdownNow();
    }
}
