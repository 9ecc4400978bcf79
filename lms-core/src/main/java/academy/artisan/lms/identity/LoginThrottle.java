package academy.artisan.lms.identity;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** After ten wrong passwords for one user name there is a pause of five minutes. Without Redis there is no throttle. */
@Component
class LoginThrottle {

    private static final Logger log = LoggerFactory.getLogger(LoginThrottle.class);
    private static final int FAILURES_ALLOWED = 10;
    private static final Duration PAUSE = Duration.ofMinutes(5);

    private final StringRedisTemplate redis;

    LoginThrottle(StringRedisTemplate redis) {
        this.redis = redis;
    }

    void check(String username) {
        String failures;
        try {
            failures = redis.opsForValue().get(keyOf(username));
        } catch (DataAccessException unreachable) {
            log.warn("Log-in is not throttled: {}", unreachable.getMessage());
            return;
        }
        if (failures != null && Integer.parseInt(failures) >= FAILURES_ALLOWED) {
            throw new TooManyLogins(PAUSE);
        }
    }

    void countFailure(String username) {
        try {
            redis.opsForValue().increment(keyOf(username));
            redis.expire(keyOf(username), PAUSE);
        } catch (DataAccessException unreachable) {
            log.warn("A failed log-in was not counted: {}", unreachable.getMessage());
        }
    }

    private static String keyOf(String username) {
        return "login-failures:" + username;
    }
}
