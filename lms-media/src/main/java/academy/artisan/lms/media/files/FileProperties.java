package academy.artisan.lms.media.files;

import java.nio.file.Path;
import java.time.Duration;

import academy.artisan.lms.course.FileLibrary.FileType;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What may be uploaded, and how long addresses are valid.
 *
 * @param workDirectory where a file lies while it is looked at
 * @param abandonedAfter when what was never completed, or was refused, is thrown away
 */
@ConfigurationProperties("lms.media.files")
record FileProperties(
        @DefaultValue("100MB") DataSize maxDocument,
        @DefaultValue("10MB") DataSize maxPicture,
        @DefaultValue("2h") Duration uploadUrlsValidFor,
        @DefaultValue("12h") Duration readUrlsValidFor,
        @DefaultValue("1d") Duration abandonedAfter,
        @DefaultValue("${java.io.tmpdir}/lms-files") Path workDirectory) {

    long mostBytes(FileType type) {
        return (type.isPicture() ? maxPicture : maxDocument).toBytes();
    }
}
