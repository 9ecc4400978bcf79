package academy.artisan.lms.progress.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Up while any server answers: a node of a cluster that is lost takes only its own learners along. Tells how much
 * memory is used, and warns of settings that can lose progress, which are no reason to take anybody out of service.
 */
@Component("redisHealthIndicator") // in place of the framework's, which asks any one node of a cluster
class RedisHealth extends AbstractHealthIndicator {

    private static final Logger log = LoggerFactory.getLogger(RedisHealth.class);

    private final RedisServers servers;

    RedisHealth(RedisServers servers) {
        super("Redis cannot be asked");
        this.servers = servers;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        var asked = servers.ask();
        if (asked.values().stream().anyMatch(Optional::isPresent)) {
            health.up();
        } else {
            health.down();
        }
        asked.forEach((name, state) -> state.ifPresent(known -> health.withDetail(name, known)));
        health.withDetail("warnings", warnings(asked));
    }

    @EventListener(ApplicationReadyEvent.class)
    void warn() {
        warnings(servers.ask()).forEach(warning -> log.warn("Redis: {}", warning));
    }

    private static List<String> warnings(Map<String, Optional<RedisState>> asked) {
        var warnings = new ArrayList<String>();
        asked.forEach((name, state) -> state.map(RedisState::warnings)
                .orElse(List.of("does not answer"))
                .forEach(warning -> warnings.add(name + " " + warning)));
        return warnings;
    }
}
