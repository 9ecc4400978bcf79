package academy.artisan.lms.jobs;

import java.lang.reflect.Method;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import academy.artisan.lms.support.Problem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aop.interceptor.AsyncUncaughtExceptionHandler;
import org.springframework.scheduling.annotation.AsyncConfigurer;
import org.springframework.stereotype.Component;

/**
 * Tells what listeners could not follow. While something is away every delivery fails in the same way: that is told in
 * a line now and then, anything else with its stack.
 */
@Component
class UnfollowedNews implements AsyncConfigurer, AsyncUncaughtExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(UnfollowedNews.class);
    private static final Duration TOLD = Duration.ofMinutes(5);

    private final Clock clock;
    private final Map<Class<?>, Instant> tellAgain = new HashMap<>();

    UnfollowedNews(Clock clock) {
        this.clock = clock;
    }

    @Override
    public AsyncUncaughtExceptionHandler getAsyncUncaughtExceptionHandler() {
        return this;
    }

    @Override
    public void handleUncaughtException(Throwable failure, Method method, @Nullable Object... parameters) {
        if (!(failure instanceof Problem problem) || problem.kind() != Problem.Kind.UNAVAILABLE) {
            log.error("{} failed", method.toGenericString(), failure);
        } else if (isToBeTold(problem)) {
            log.warn("News waits and is brought again: {}", problem.getMessage());
        }
    }

    private synchronized boolean isToBeTold(Problem problem) {
        var now = clock.instant();
        var again = tellAgain.get(problem.getClass());
        if (again != null && now.isBefore(again)) {
            return false;
        }
        tellAgain.put(problem.getClass(), now.plus(TOLD));
        return true;
    }
}
