package academy.artisan.lms.progress;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.scheduling.annotation.EnableScheduling;
import tools.jackson.databind.json.JsonMapper;

/** Reads the rules of credit and starts the flusher. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProgressProperties.class)
@EnableScheduling
class ProgressConfiguration {

    @Bean
    FilterRegistrationBean<HeartbeatLane> heartbeatLane(Playbacks playbacks, PlaybackTokens tokens, JsonMapper json) {
        var lane = new FilterRegistrationBean<>(new HeartbeatLane(playbacks, tokens, json));
        lane.addUrlPatterns("/api/v1/playbacks/*");
        lane.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return lane;
    }
}
