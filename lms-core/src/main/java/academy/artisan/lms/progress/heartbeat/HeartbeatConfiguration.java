package academy.artisan.lms.progress.heartbeat;

import academy.artisan.lms.progress.PlaybackTokens;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import tools.jackson.databind.json.JsonMapper;

/** Puts the short lane ahead of everything else that requests go through. */
@Configuration(proxyBeanMethods = false)
class HeartbeatConfiguration {

    @Bean
    FilterRegistrationBean<HeartbeatLane> heartbeatLane(Playbacks playbacks, PlaybackTokens tokens, JsonMapper json) {
        var lane = new FilterRegistrationBean<>(new HeartbeatLane(playbacks, tokens, json));
        lane.addUrlPatterns("/api/v1/playbacks/*");
        lane.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return lane;
    }
}
