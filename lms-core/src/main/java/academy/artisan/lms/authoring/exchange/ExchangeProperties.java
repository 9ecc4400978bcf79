package academy.artisan.lms.authoring.exchange;

import java.nio.file.Path;
import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How courses are exchanged.
 *
 * @param workDirectory where archives lie while they are made or looked at
 * @param keptFor how long an archive with media can be downloaded
 * @param abandonedAfter when an upload that was never completed is thrown away
 */
@ConfigurationProperties("lms.exchange")
record ExchangeProperties(
        @DefaultValue("${java.io.tmpdir}/lms-exchange") Path workDirectory,
        @DefaultValue("1d") Duration keptFor,
        @DefaultValue("2d") Duration abandonedAfter) {}
