package academy.artisan.lms.support;

import java.time.Clock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clock that everybody reads. */
@Configuration(proxyBeanMethods = false)
class SupportConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
