package academy.artisan.lms.media.storage;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the store is asked to do by itself with the bucket.
 *
 * @param corsOrigins of the pages that may use signed addresses; all by default, because an address is signed for one
 *     request and no browser adds rights of its own to it
 */
@ConfigurationProperties("lms.s3.rules")
record BucketRuleProperties(@DefaultValue("*") List<String> corsOrigins) {}
