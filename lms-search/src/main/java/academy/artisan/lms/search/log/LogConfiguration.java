package academy.artisan.lms.search.log;

import java.time.LocalTime;
import java.time.ZoneId;

import academy.artisan.lms.jobs.RecurringJob;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When what is known of searches is let go of: at night. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LogProperties.class)
class LogConfiguration {

    private static final LocalTime WHEN_OLD_IS_REMOVED = LocalTime.of(2, 20);

    @Bean
    RecurringJob removeOldSearches(LogRetention retention, @Value("${lms.time-zone:Asia/Shanghai}") ZoneId zone) {
        return RecurringJob.daily(WHEN_OLD_IS_REMOVED, zone, "search.remove-old-searches", retention::removeOld);
    }
}
