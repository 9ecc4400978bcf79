package academy.artisan.lms.media.upload;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What may be uploaded.
 *
 * @param partSize the size of all parts but the last; larger for videos that would need too many
 * @param urlsValidFor how long a part's address can be used; fresh ones can be asked for
 */
@ConfigurationProperties("lms.media.upload")
record UploadProperties(
        @DefaultValue("20GB") DataSize maxSize,
        @DefaultValue("8MB") DataSize partSize,
        @DefaultValue("12h") Duration urlsValidFor) {}
