package academy.artisan.lms.media.files;

import java.time.Duration;

import academy.artisan.lms.jobs.RecurringJob;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FileProperties.class)
class FileConfiguration {

    @Bean
    RecurringJob abandonedFiles(FileUploads uploads) {
        return RecurringJob.every(Duration.ofHours(1), "remove-abandoned-files", uploads::removeAbandoned);
    }
}
