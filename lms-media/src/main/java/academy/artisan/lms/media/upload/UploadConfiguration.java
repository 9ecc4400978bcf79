package academy.artisan.lms.media.upload;

import java.time.Duration;

import academy.artisan.lms.jobs.RecurringJob;
import academy.artisan.lms.media.storage.Removals;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(UploadProperties.class)
class UploadConfiguration {

    @Bean
    RecurringJob abandonedUploads(VideoUploads uploads) {
        return RecurringJob.every(Duration.ofHours(1), "remove-abandoned-uploads", uploads::removeAbandoned);
    }

    @Bean
    RecurringJob strayUploadsAborted(StrayUploads strays) {
        return RecurringJob.every(Duration.ofHours(1), "abort-stray-uploads", strays::abort);
    }

    @Bean
    RecurringJob unusedObjects(Removals removals) {
        return RecurringJob.every(Duration.ofMinutes(1), "remove-unused-objects", removals::removeDue);
    }
}
