package academy.artisan.lms.progress.redis;

import java.util.List;
import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Tells how much memory Redis uses and warns of settings that can lose progress. That it is set up badly or is full
 * takes nobody out of service: whether it answers is said by another part of the report.
 */
@Component("redisMemoryHealthIndicator")
class RedisMemoryHealth extends AbstractHealthIndicator {

    private static final Logger log = LoggerFactory.getLogger(RedisMemoryHealth.class);

    private final RedisServers servers;

    RedisMemoryHealth(RedisServers servers) {
        super("Redis does not say how much memory it uses");
        this.servers = servers;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        try {
            var states = servers.states();
            health.up().withDetail("servers", states).withDetail("warnings", warnings(states));
        } catch (DataAccessException silent) {
            health.unknown().withDetail("servers", "not all of them answer");
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void warn() {
        try {
            warnings(servers.states()).forEach(warning -> log.warn("Redis: {}", warning));
        } catch (DataAccessException silent) {
            log.warn("Redis does not say how it is set up: {}", silent.getMessage());
        }
    }

    private static List<String> warnings(Map<String, RedisState> states) {
        return states.entrySet().stream()
                .flatMap(state -> state.getValue().warnings().stream().map(text -> state.getKey() + " " + text))
                .toList();
    }
}
