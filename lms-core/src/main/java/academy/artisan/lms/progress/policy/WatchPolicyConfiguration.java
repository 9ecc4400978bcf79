package academy.artisan.lms.progress.policy;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Reads what the platform asks for. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PlatformRules.class)
class WatchPolicyConfiguration {}
