package academy.artisan.lms.media.files;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FileProperties.class)
class FileConfiguration {

    @Bean
    RecurringTask<Void> abandonedFiles(FileUploads uploads) {
        return Tasks.recurring("remove-abandoned-files", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> uploads.removeAbandoned());
    }
}
