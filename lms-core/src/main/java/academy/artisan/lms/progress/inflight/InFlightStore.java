package academy.artisan.lms.progress.inflight;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

import academy.artisan.lms.progress.ProgressUnavailable;
import io.lettuce.core.RedisException;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.api.async.RedisScriptingAsyncCommands;
import io.lettuce.core.cluster.api.async.RedisAdvancedClusterAsyncCommands;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.stereotype.Component;

/** The Redis that holds progress in flight. Every call is one round trip; times go there as microseconds. */
@Component
public class InFlightStore {

    /** The connection that all share. */
    private record Shared(StatefulConnection<?, ?> connection, RedisScriptingAsyncCommands<byte[], byte[]> scripts) {

        @SuppressWarnings({"deprecation", "unchecked"})
        static Shared of(RedisConnection connection) {
            var commands = connection.getNativeConnection();
            return new Shared(
                    commands instanceof RedisAsyncCommands<?, ?> server
                            ? server.getStatefulConnection()
                            : ((RedisAdvancedClusterAsyncCommands<?, ?>) commands).getStatefulConnection(),
                    (RedisScriptingAsyncCommands<byte[], byte[]>) commands);
        }
    }

    private final RedisConnectionFactory connections;
    private volatile @Nullable Shared shared;

    public InFlightStore(RedisConnectionFactory connections) {
        this.connections = connections;
    }

    public List<Object> run(LuaScript script, List<String> keys, Object... arguments) {
        try {
            return script.run(scripts(), keys, arguments);
        } catch (RedisException unreachable) {
            throw new ProgressUnavailable(unreachable);
        }
    }

    /** The factory is asked only if there is none that is open: it lets all who ask wait for each other. */
    private RedisScriptingAsyncCommands<byte[], byte[]> scripts() {
        var known = shared;
        if (known == null || !known.connection().isOpen()) {
            known = call(Shared::of);
            shared = known;
        }
        return known.scripts();
    }

    public <T extends @Nullable Object> T call(Function<RedisConnection, T> command) {
        try (var connection = connections.getConnection()) {
            return command.apply(connection);
        } catch (DataAccessException unreachable) {
            throw new ProgressUnavailable(unreachable);
        }
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static String text(Object bytes) {
        return new String((byte[]) bytes, StandardCharsets.UTF_8);
    }

    public static int number(List<Object> answer, int index) {
        return Math.toIntExact((Long) answer.get(index));
    }

    public static long micros(Duration duration) {
        return duration.toNanos() / 1000;
    }

    public static long micros(Instant instant) {
        return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1000;
    }

    public static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000), Math.floorMod(micros, 1_000_000L) * 1000);
    }
}
