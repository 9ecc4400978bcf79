package academy.artisan.lms.progress.redis;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.SocketOptions.KeepAliveOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.ClusterTopologyRefreshOptions;
import io.lettuce.core.resource.Delay;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.data.redis.autoconfigure.ClientResourcesBuilderCustomizer;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/**
 * A learner is told soon that Redis does not answer, since the player keeps what it has: nothing waits for a connection
 * that is broken, and nothing piles up behind one that hangs.
 */
@Configuration(proxyBeanMethods = false)
class RedisConnections {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration LONGEST_RECONNECT_PAUSE = Duration.ofSeconds(1);
    private static final Duration TOPOLOGY_PERIOD = Duration.ofSeconds(10);
    private static final Duration SILENCE_OF_A_CONNECTION = Duration.ofSeconds(10);

    /** More commands than any load leaves unanswered on a connection that is well. */
    private static final int MOST_UNANSWERED = 20_000;

    @Bean
    LettuceClientOptionsBuilderCustomizer redisClientOptions() {
        return options -> {
            options.disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                    .requestQueueSize(MOST_UNANSWERED)
                    .timeoutOptions(TimeoutOptions.enabled())
                    .socketOptions(socket());
            topology(options);
        };
    }

    /** Redis that is back is used within a second, however long it was away. */
    @Bean
    ClientResourcesBuilderCustomizer redisReconnection() {
        return resources -> resources.reconnectDelay(
                Delay.exponential(Duration.ofMillis(10), LONGEST_RECONNECT_PAUSE, 2, TimeUnit.MILLISECONDS));
    }

    @Bean
    static BeanPostProcessor firstRedisConnection() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof LettuceConnectionFactory factory ? guarded(factory) : bean;
            }
        };
    }

    static LettuceConnectionFactory guarded(LettuceConnectionFactory factory) {
        var proxy = new ProxyFactory(factory);
        proxy.setProxyTargetClass(true);
        proxy.addAdvice(new FirstConnection(CONNECT_TIMEOUT));
        return (LettuceConnectionFactory) proxy.getProxy();
    }

    /** Besides, it is read anew whenever an answer or a broken connection shows that it changed. */
    private static void topology(ClientOptions.Builder options) {
        if (options instanceof ClusterClientOptions.Builder cluster) {
            cluster.topologyRefreshOptions(ClusterTopologyRefreshOptions.builder()
                    .enablePeriodicRefresh(TOPOLOGY_PERIOD)
                    .build());
        }
    }

    private static SocketOptions socket() {
        var alive = KeepAliveOptions.builder()
                .enable()
                .idle(SILENCE_OF_A_CONNECTION)
                .interval(SILENCE_OF_A_CONNECTION.dividedBy(2))
                .count(3)
                .build();
        return SocketOptions.builder()
                .connectTimeout(CONNECT_TIMEOUT)
                .keepAlive(alive)
                .build();
    }
}
