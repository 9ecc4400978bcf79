package academy.artisan.lms.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/** After ten wrong passwords for one user name there is a pause of five minutes. Without Redis there is no throttle. */
@Component
class LoginThrottle {

    private static final Logger log = LoggerFactory.getLogger(LoginThrottle.class);
    private static final int FAILURES_ALLOWED = 10;
    private static final Duration PAUSE = Duration.ofMinutes(5);

    /** Nobody waits for a Redis that did not answer somebody else a moment ago. */
    private static final Duration WITHOUT_REDIS = Duration.ofSeconds(10);

    /** In one step, so that no count stays for ever. */
    private static final RedisScript<Long> COUNT = RedisScript.of("""
            local failures = redis.call('INCR', KEYS[1])
            redis.call('EXPIRE', KEYS[1], ARGV[1])
            return failures
            """, Long.class);

    private final StringRedisTemplate redis;
    private final Clock clock;
    private volatile Instant askRedisAt = Instant.MIN;

    LoginThrottle(StringRedisTemplate redis, Clock clock) {
        this.redis = redis;
        this.clock = clock;
    }

    void check(String username) {
        if (failures(username) >= FAILURES_ALLOWED) {
            throw new TooManyLogins(PAUSE);
        }
    }

    void countFailure(String username) {
        if (isRedisAway()) {
            return;
        }
        try {
            redis.execute(COUNT, List.of(keyOf(username)), Long.toString(PAUSE.toSeconds()));
        } catch (DataAccessException unreachable) {
            log.warn("A failed log-in was not counted: {}", unreachable.getMessage());
        }
    }

    private int failures(String username) {
        if (isRedisAway()) {
            return 0;
        }
        try {
            var failures = redis.opsForValue().get(keyOf(username));
            return failures == null ? 0 : Integer.parseInt(failures);
        } catch (DataAccessException unreachable) {
            log.warn("Log-in is not throttled for a while: {}", unreachable.getMessage());
            askRedisAt = clock.instant().plus(WITHOUT_REDIS);
            return 0;
        }
    }

    private boolean isRedisAway() {
        return clock.instant().isBefore(askRedisAt);
    }

    private static String keyOf(String username) {
        return "login-failures:" + username;
    }
}
