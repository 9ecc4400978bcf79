package academy.artisan.lms.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.event.command.CommandListener;
import io.lettuce.core.event.command.CommandStartedEvent;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts what requests cost in statements and round trips; work in the background is not counted. */
public final class RequestWork implements BeanPostProcessor {

    private static final String REQUEST_THREADS = "tomcat-handler";
    private static final ThreadLocal<Boolean> WATCHED = ThreadLocal.withInitial(() -> false);

    private final AtomicInteger statements = new AtomicInteger();
    private final AtomicInteger redisCommands = new AtomicInteger();

    /** What was counted since the last reset. */
    public record Counted(int sqlStatements, int redisRoundTrips) {}

    public void reset() {
        statements.set(0);
        redisCommands.set(0);
    }

    public Counted counted() {
        return new Counted(statements.get(), redisCommands.get());
    }

    /** What a piece of work costs that is done in no request; by this thread alone. */
    public Counted of(Runnable work) {
        reset();
        WATCHED.set(true);
        try {
            work.run();
        } finally {
            WATCHED.remove();
        }
        return counted();
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof DataSource dataSource) {
            return new CountingDataSource(dataSource);
        }
        if (bean instanceof LettuceConnectionFactory redis) {
            listen(Objects.requireNonNull(redis.getNativeClient()));
        }
        return bean;
    }

    private void listen(AbstractRedisClient redis) {
        redis.addListener(new CommandListener() {
            @Override
            public void commandStarted(CommandStartedEvent event) {
                countOnRequestThread(redisCommands);
            }
        });
    }

    private static void countOnRequestThread(AtomicInteger counter) {
        if (WATCHED.get() || Thread.currentThread().getName().startsWith(REQUEST_THREADS)) {
            counter.incrementAndGet();
        }
    }

    private final class CountingDataSource extends DelegatingDataSource {

        CountingDataSource(DataSource dataSource) {
            super(dataSource);
        }

        @Override
        public Connection getConnection() throws SQLException {
            var connection = super.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    Connection.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) -> {
                        if (method.getName().toLowerCase(Locale.ROOT).startsWith("prepare")) {
                            countOnRequestThread(statements);
                        }
                        try {
                            return method.invoke(connection, arguments);
                        } catch (InvocationTargetException failure) {
                            throw failure.getCause();
                        }
                    });
        }
    }
}
