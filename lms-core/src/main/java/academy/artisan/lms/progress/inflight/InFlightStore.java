package academy.artisan.lms.progress.inflight;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

import academy.artisan.lms.progress.ProgressUnavailable;
import io.lettuce.core.RedisException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.stereotype.Component;

/** The Redis that holds progress in flight. Every call is one round trip; times go there as microseconds. */
@Component
public class InFlightStore {

    private final RedisConnectionFactory connections;

    public InFlightStore(RedisConnectionFactory connections) {
        this.connections = connections;
    }

    public List<Object> run(LuaScript script, List<String> keys, Object... arguments) {
        return call(connection -> script.run(connection, keys, arguments));
    }

    public <T extends @Nullable Object> T call(Function<RedisConnection, T> command) {
        try (var connection = connections.getConnection()) {
            return command.apply(connection);
        } catch (DataAccessException | RedisException unreachable) {
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
