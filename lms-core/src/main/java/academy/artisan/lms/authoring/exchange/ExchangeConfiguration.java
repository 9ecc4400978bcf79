package academy.artisan.lms.authoring.exchange;

import java.time.Clock;
import java.time.Duration;

import academy.artisan.lms.authoring.archive.ArchiveDownloads;
import academy.artisan.lms.jobs.Job;
import academy.artisan.lms.jobs.OneTimeJob;
import academy.artisan.lms.jobs.RecurringJob;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ExchangeProperties.class)
class ExchangeConfiguration {

    static final String IMPORT_COURSE = "import-course";
    static final String MAKE_ARCHIVE = "make-archive";

    /** No job takes longer, with all its retries. */
    private static final Duration LEFTOVERS_AFTER = Duration.ofDays(2);

    @Bean
    Job importCourseJob(ImportJob job) {
        return OneTimeJob.named(IMPORT_COURSE, id -> job.run(ImportId.of(id)), id -> job.giveUp(ImportId.of(id)))
                .thatTakesLong();
    }

    @Bean
    Job makeArchiveJob(ArchiveJob job) {
        return OneTimeJob.named(MAKE_ARCHIVE, id -> job.run(ArchiveId.of(id)), id -> job.giveUp(ArchiveId.of(id)))
                .thatTakesLong();
    }

    @Bean
    Job exchangeHousekeeping(
            ArchiveJob archives,
            Importing imports,
            ArchiveDownloads downloads,
            ExchangeProperties properties,
            Clock clock) {
        return RecurringJob.every(Duration.ofHours(1), "remove-old-archives", () -> {
            archives.removeExpired();
            imports.removeAbandoned();
            var before = clock.instant().minus(LEFTOVERS_AFTER);
            downloads.removeOlder(before);
            WorkFolder.removeOld(properties.workDirectory(), before);
        });
    }
}
