package academy.artisan.lms.media.upload;

import java.time.Duration;

import academy.artisan.lms.media.storage.Removals;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(UploadProperties.class)
class UploadConfiguration {

    @Bean
    RecurringTask<Void> abandonedUploads(VideoUploads uploads) {
        return Tasks.recurring("remove-abandoned-uploads", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> uploads.removeAbandoned());
    }

    @Bean
    RecurringTask<Void> removals(Removals removals) {
        return Tasks.recurring("remove-unused-objects", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((instance, context) -> removals.removeDue());
    }
}
