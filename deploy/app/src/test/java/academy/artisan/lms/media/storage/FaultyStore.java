package academy.artisan.lms.media.storage;

import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

import io.minio.MinioAsyncClient;
import org.springframework.context.ApplicationContext;

/** The store of the application, but for some prefixes at which something else happens when objects are to go. */
public final class FaultyStore extends ObjectStore {

    private final Map<String, Runnable> faults = new ConcurrentHashMap<>();

    public FaultyStore(ApplicationContext context) {
        super(
                context.getBean(MinioAsyncClient.class),
                context.getBean(S3Properties.class),
                context.getBean(Clock.class));
    }

    /** At this prefix nothing can be removed. */
    public void refuse(String prefix) {
        faults.put(prefix, () -> {
            throw new ObjectStoreUnavailable(new IOException("refused"));
        });
    }

    /** At this prefix this happens before objects are removed. */
    void precede(String prefix, Runnable fault) {
        faults.put(prefix, fault);
    }

    @Override
    public void remove(String prefix, Predicate<String> isKept) {
        faults.getOrDefault(prefix, () -> {}).run();
        super.remove(prefix, isKept);
    }
}
