package academy.artisan.lms.progress.evidence;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;

import academy.artisan.lms.jobs.OneTimeJob;
import academy.artisan.lms.jobs.RecurringJob;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When evidence is compared and let go of: at night, and when an administrator asks. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EvidenceProperties.class)
class EvidenceConfiguration {

    static final String CHECK = "progress.check-evidence";

    private static final Logger log = LoggerFactory.getLogger(EvidenceConfiguration.class);
    private static final Duration BETWEEN_LOOKS_FOR_LOST_CHECKS = Duration.ofMinutes(10);
    private static final LocalTime WHEN_OLD_IS_REMOVED = LocalTime.of(2, 40);
    private static final LocalTime WHEN_ALL_IS_CHECKED = LocalTime.of(3, 20);

    @Bean
    OneTimeJob checkEvidence(EvidenceChecks checks) {
        return OneTimeJob.named(
                        CHECK,
                        id -> checks.run(EvidenceCheckId.of(id)),
                        id -> log.error("Evidence check {} failed again and again", id))
                .thatTakesLong();
    }

    @Bean
    RecurringJob checkAllEvidence(EvidenceChecks checks, @Value("${lms.time-zone:Asia/Shanghai}") ZoneId zone) {
        return RecurringJob.daily(WHEN_ALL_IS_CHECKED, zone, "progress.check-all-evidence", checks::runOfEverything);
    }

    /** When a node starts, too. */
    @Bean
    RecurringJob endLostEvidenceChecks(EvidenceChecks checks) {
        return RecurringJob.every(BETWEEN_LOOKS_FOR_LOST_CHECKS, "progress.end-lost-evidence-checks", checks::endLost);
    }

    @Bean
    RecurringJob removeOldEvidence(Retention retention, @Value("${lms.time-zone:Asia/Shanghai}") ZoneId zone) {
        return RecurringJob.daily(WHEN_OLD_IS_REMOVED, zone, "progress.remove-old-evidence", retention::removeOld);
    }
}
