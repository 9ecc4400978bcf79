package academy.artisan.lms.media.storage;

import java.util.ArrayList;
import java.util.List;

import io.minio.GetBucketLifecycleArgs;
import io.minio.MinioAsyncClient;
import io.minio.SetBucketLifecycleArgs;
import io.minio.errors.MinioException;
import io.minio.messages.Filter;
import io.minio.messages.LifecycleConfiguration;
import io.minio.messages.LifecycleConfiguration.AbortIncompleteMultipartUpload;
import io.minio.messages.LifecycleConfiguration.Rule;
import io.minio.messages.Status;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The store throws away multipart uploads that nobody finished, should the application itself not come to do it. */
@Component
class UnfinishedUploadsRule {

    static final String ID = "lms-unfinished-uploads";

    private final MinioAsyncClient minio;
    private final S3Properties store;
    private final int days;

    UnfinishedUploadsRule(MinioAsyncClient minio, S3Properties store, UnfinishedUploadProperties properties) {
        this.minio = minio;
        this.store = store;
        this.days = properties.daysInStore();
    }

    /** Adds the rule to those that are there, unless one of them says the same. */
    String apply() throws MinioException {
        var there = rules();
        if (isInForce(there)) {
            return BucketRules.YES;
        }
        var all = new ArrayList<>(
                there.stream().filter(rule -> !ID.equals(rule.id())).toList());
        all.add(new Rule(
                Status.ENABLED, new AbortIncompleteMultipartUpload(days), null, new Filter(""), ID, null, null, null));
        ObjectStore.get(minio.setBucketLifecycle(SetBucketLifecycleArgs.builder()
                .bucket(store.bucket())
                .config(new LifecycleConfiguration(all))
                .build()));
        return isInForce(rules()) ? BucketRules.YES : "taken and not kept by this store";
    }

    private List<Rule> rules() throws MinioException {
        @Nullable LifecycleConfiguration there = ObjectStore.get(minio.getBucketLifecycle(
                GetBucketLifecycleArgs.builder().bucket(store.bucket()).build()));
        return there == null || there.rules() == null ? List.of() : there.rules();
    }

    /** By this rule as it is configured, or by one of the operator's own. */
    private boolean isInForce(List<Rule> rules) {
        return rules.stream()
                .filter(rule -> rule.status() == Status.ENABLED && isForAll(rule.filter()))
                .anyMatch(rule -> isEnough(rule.id(), rule.abortIncompleteMultipartUpload()));
    }

    private boolean isEnough(@Nullable String id, @Nullable AbortIncompleteMultipartUpload abort) {
        return abort != null && (!ID.equals(id) || abort.daysAfterInitiation() == days);
    }

    private static boolean isForAll(@Nullable Filter filter) {
        if (filter == null) {
            return true;
        }
        var isForSomeNames = filter.prefix() != null && !filter.prefix().isEmpty();
        var isForSomeSizes = filter.objectSizeLessThan() != null || filter.objectSizeGreaterThan() != null;
        return !isForSomeNames && !isForSomeSizes && filter.tag() == null && filter.andOperator() == null;
    }
}
