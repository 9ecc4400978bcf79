package academy.artisan.lms.media.storage;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

import io.minio.GetBucketPolicyArgs;
import io.minio.MinioAsyncClient;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What the bucket is to be besides being there: closed to strangers, rid of uploads that nobody finishes, and open to
 * pages in browsers. What a store cannot do is reported and no reason not to start; what its operator set stays.
 */
@Component
class BucketRules {

    /** How a rule came to be in force, or why it is not. */
    static final String YES = "yes";

    private static final Logger log = LoggerFactory.getLogger(BucketRules.class);

    /** MinIO calls an expiry of multipart uploads malformed, as it has one of its own. */
    private static final Set<String> CANNOT =
            Set.of("NotImplemented", "MethodNotAllowed", "NotSupported", "MalformedXML", "InvalidRequest");

    private static final Pattern FOR_EVERYBODY =
            Pattern.compile("\"Principal\"\\s*:\\s*(\"\\*\"|\\{\\s*\"AWS\"\\s*:\\s*\\[?\\s*\"\\*\")");

    private final MinioAsyncClient minio;
    private final S3Properties store;
    private final UnfinishedUploadsRule unfinished;
    private final PagesRule pages;
    private volatile Map<String, String> report = Map.of();

    BucketRules(MinioAsyncClient minio, S3Properties store, UnfinishedUploadsRule unfinished, PagesRule pages) {
        this.minio = minio;
        this.store = store;
        this.unfinished = unfinished;
        this.pages = pages;
    }

    /** Which of them hold, by name; empty until the store was asked. */
    Map<String, String> report() {
        return report;
    }

    /** Sets what is not set yet. */
    void apply() {
        var outcome = new TreeMap<String, String>();
        outcome.put("private", told(this::privacy));
        outcome.put("lifecycle", told(unfinished::apply));
        outcome.put("cors", told(pages::apply));
        outcome.forEach((rule, state) -> {
            if (!state.equals(YES)) {
                log.info("Bucket {}, {}: {}", store.bucket(), rule, state);
            }
        });
        report = outcome;
    }

    /** Asks the store for something, and says how that ended. */
    interface Step {
        String take() throws MinioException;
    }

    static String told(Step step) {
        try {
            return step.take();
        } catch (ErrorResponseException refusal) {
            var code = refusal.errorResponse().code();
            return CANNOT.contains(code)
                    ? "not supported by this store (%s)".formatted(code)
                    : "refused by this store (%s)".formatted(code);
        } catch (MinioException unclear) {
            return "not understood by this store (%s)".formatted(unclear.getMessage());
        } catch (ObjectStoreUnavailable later) {
            throw later;
        } catch (RuntimeException unexpected) {
            log.warn("A store answered what was not expected of any", unexpected);
            return "not understood of this store (%s)".formatted(unexpected);
        }
    }

    private String privacy() throws MinioException {
        var policy = policy();
        return policy.contains("\"Allow\"") && FOR_EVERYBODY.matcher(policy).find()
                ? "no: a policy of the bucket lets everybody in"
                : YES;
    }

    /** Empty if there is none: which has several names, not all of which the client knows. */
    private String policy() throws MinioException {
        var wanted = GetBucketPolicyArgs.builder().bucket(store.bucket()).build();
        try {
            return ObjectStore.get(minio.getBucketPolicy(wanted));
        } catch (ErrorResponseException answer) {
            if (ObjectStore.isAnswer(answer, "NoSuchPolicy")) {
                return "";
            }
            throw answer;
        }
    }
}
