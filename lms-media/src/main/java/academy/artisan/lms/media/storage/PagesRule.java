package academy.artisan.lms.media.storage;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.minio.GetBucketCorsArgs;
import io.minio.MinioAsyncClient;
import io.minio.SetBucketCorsArgs;
import io.minio.errors.MinioException;
import io.minio.messages.CORSConfiguration;
import io.minio.messages.CORSConfiguration.CORSRule;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Pages may put to and read from signed addresses, and see the etag of what they put. */
@Component
class PagesRule {

    static final String ID = "lms-pages";

    private static final List<String> METHODS = List.of("GET", "HEAD", "PUT");
    private static final List<String> SHOWN = List.of("ETag", "Content-Length", "Content-Range", "Accept-Ranges");
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final MinioAsyncClient minio;
    private final S3Properties store;
    private final List<String> origins;

    PagesRule(MinioAsyncClient minio, S3Properties store, BucketRuleProperties properties) {
        this.minio = minio;
        this.store = store;
        this.origins = properties.corsOrigins();
    }

    /** Where the store keeps no rules for a bucket, it is asked what it does by itself. */
    String apply() throws MinioException {
        var outcome = BucketRules.told(this::set);
        if (outcome.equals(BucketRules.YES)) {
            return outcome;
        }
        var base = store.addressForBrowsers().toString().replaceFirst("/+$", "");
        var address = URI.create("%s/%s/page".formatted(base, store.bucket()));
        return origins.stream().allMatch(origin -> Preflight.isAllowed(address, origin))
                ? "%s, which lets these pages in by itself".formatted(outcome)
                : "%s, which does not let these pages in: it has to be set there".formatted(outcome);
    }

    private String set() throws MinioException {
        var there = rules();
        if (isInForce(there)) {
            return BucketRules.YES;
        }
        var all = new ArrayList<>(
                there.stream().filter(rule -> !ID.equals(rule.id())).toList());
        var seconds = Math.toIntExact(REMEMBERED.toSeconds());
        all.add(new CORSRule(List.of("*"), METHODS, origins, SHOWN, ID, seconds));
        ObjectStore.get(minio.setBucketCors(SetBucketCorsArgs.builder()
                .bucket(store.bucket())
                .config(new CORSConfiguration(all))
                .build()));
        return isInForce(rules()) ? BucketRules.YES : "taken and not kept by this store";
    }

    private List<CORSRule> rules() throws MinioException {
        @Nullable CORSConfiguration there = ObjectStore.get(minio.getBucketCors(
                GetBucketCorsArgs.builder().bucket(store.bucket()).build()));
        return there == null || there.rules() == null ? List.of() : there.rules();
    }

    private boolean isInForce(List<CORSRule> rules) {
        return rules.stream()
                .filter(rule -> ID.equals(rule.id()))
                .anyMatch(rule -> told(rule.allowedOrigins()).equals(Set.copyOf(origins))
                        && told(rule.allowedMethods()).equals(Set.copyOf(METHODS))
                        && told(rule.exposeHeaders()).contains("ETag"));
    }

    /** A store may leave out what it has none of. */
    private static Set<String> told(@Nullable List<String> values) {
        return values == null ? Set.of() : new HashSet<>(values);
    }
}
