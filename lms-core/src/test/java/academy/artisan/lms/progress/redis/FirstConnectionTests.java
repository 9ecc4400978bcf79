package academy.artisan.lms.progress.redis;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** A Redis that takes connections and says nothing when the application starts. */
class FirstConnectionTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    @Test
    void nobodyWaitsForMoreThanOneAttempt() throws Exception {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var factory = factory(silent);
            try {
                var begin = System.nanoTime();
                assertThat(failures(RedisConnections.guarded(factory), callers))
                        .hasSize(20)
                        .doesNotContainNull();
                assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(TIMEOUT.multipliedBy(4));
            } finally {
                factory.destroy();
            }
        }
    }

    private static LettuceConnectionFactory factory(ServerSocket server) throws IOException {
        var configuration = new RedisStandaloneConfiguration("127.0.0.1", server.getLocalPort());
        var client = LettuceClientConfiguration.builder()
                .commandTimeout(TIMEOUT)
                .shutdownTimeout(Duration.ZERO)
                .build();
        var factory = new LettuceConnectionFactory(configuration, client);
        factory.start();
        return factory;
    }

    private static List<DataAccessException> failures(RedisConnectionFactory factory, Executor callers) {
        var calls = IntStream.range(0, 20)
                .mapToObj(caller -> CompletableFuture.supplyAsync(() -> failure(factory), callers))
                .toList();
        return calls.stream().map(CompletableFuture::join).toList();
    }

    private static DataAccessException failure(RedisConnectionFactory factory) {
        try (var connection = factory.getConnection()) {
            throw new AssertionError("Connected: " + connection);
        } catch (DataAccessException expected) {
            return expected;
        }
    }
}
