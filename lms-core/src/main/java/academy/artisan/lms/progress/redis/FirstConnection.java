package academy.artisan.lms.progress.redis;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.RedisConnectionFailureException;

/**
 * As long as the connection that all share was never made, one caller at a time tries, and whoever waits for that does
 * not try again after it: the factory would let each of them wait for all before.
 */
class FirstConnection implements MethodInterceptor {

    private final ReentrantLock trying = new ReentrantLock();
    private final Duration patience;
    private volatile boolean isMade;

    FirstConnection(Duration patience) {
        this.patience = patience;
    }

    @Override
    public @Nullable Object invoke(MethodInvocation call) throws Throwable {
        if (isMade || !call.getMethod().getName().equals("getConnection")) {
            return call.proceed();
        }
        var isFirst = trying.tryLock();
        if (!isFirst && !trying.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new RedisConnectionFailureException("Redis does not answer");
        }
        try {
            return isFirst || isMade ? made(call) : none();
        } finally {
            trying.unlock();
        }
    }

    private @Nullable Object made(MethodInvocation call) throws Throwable {
        var connection = call.proceed();
        isMade = true;
        return connection;
    }

    private static Object none() {
        throw new RedisConnectionFailureException("Redis did not answer");
    }
}
