package academy.artisan.lms.progress.evidence;

import java.time.Duration;
import java.time.Period;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long evidence is kept, and what it is measured by.
 *
 * @param evidenceKept how long playbacks and all that they were credited are kept
 * @param refusalsKept how long it is kept what was refused: nobody is paid for it
 * @param evidenceChecksKept how long comparisons of progress with its evidence are kept
 * @param mostSpareTime earned time that a heartbeat may leave to the next
 */
@ConfigurationProperties("lms.progress")
record EvidenceProperties(
        @DefaultValue("10y") Period evidenceKept,
        @DefaultValue("1y") Period refusalsKept,
        @DefaultValue("1y") Period evidenceChecksKept,
        @DefaultValue("10s") Duration mostSpareTime) {

    EvidenceProperties {
        requirePositive("evidence-kept", evidenceKept);
        requirePositive("refusals-kept", refusalsKept);
        requirePositive("evidence-checks-kept", evidenceChecksKept);
    }

    private static void requirePositive(String name, Period kept) {
        if (kept.isZero() || kept.isNegative()) {
            throw new IllegalArgumentException("lms.progress.%s is a time such as 10y or 400d".formatted(name));
        }
    }
}
