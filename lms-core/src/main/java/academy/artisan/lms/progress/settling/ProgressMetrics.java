package academy.artisan.lms.progress.settling;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

import academy.artisan.lms.progress.inflight.Shards;
import academy.artisan.lms.progress.redis.RedisServers;
import academy.artisan.lms.progress.redis.RedisState;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * What an operator watches of progress in flight. Redis is asked at most every ten seconds, however many ask, and every
 * value is NaN while it does not answer.
 */
@Component
class ProgressMetrics implements MeterBinder {

    private static final Duration KEPT = Duration.ofSeconds(10);

    private final StringRedisTemplate redis;
    private final RedisServers servers;
    private final Clock clock;
    private Sample sample = Sample.UNKNOWN;
    private Instant sampledAt = Instant.MIN;

    /** Everything at one moment. */
    private record Sample(double waiting, double usedBytes, double keys) {

        static final Sample UNKNOWN = new Sample(Double.NaN, Double.NaN, Double.NaN);
    }

    ProgressMetrics(StringRedisTemplate redis, RedisServers servers, Clock clock) {
        this.redis = redis;
        this.servers = servers;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge("lms.progress.waiting", "Lessons that wait to be settled in PostgreSQL", Sample::waiting)
                .register(registry);
        gauge("lms.redis.memory.used", "Memory that Redis uses, over all masters", Sample::usedBytes)
                .baseUnit("bytes")
                .register(registry);
        gauge("lms.redis.keys", "Keys in Redis, over all masters", Sample::keys).register(registry);
    }

    private Gauge.Builder<ProgressMetrics> gauge(String name, String description, ToDoubleFunction<Sample> value) {
        return Gauge.builder(name, this, metrics -> value.applyAsDouble(metrics.latest()))
                .description(description);
    }

    private synchronized Sample latest() {
        if (!clock.instant().isBefore(sampledAt.plus(KEPT))) {
            sample = taken();
            sampledAt = clock.instant();
        }
        return sample;
    }

    private Sample taken() {
        try {
            var waiting = waiting();
            var asked = servers.ask().values();
            return asked.stream().allMatch(Optional::isPresent)
                    ? new Sample(waiting, sum(asked, RedisState::usedBytes), sum(asked, RedisState::keys))
                    : Sample.UNKNOWN;
        } catch (DataAccessException away) {
            return Sample.UNKNOWN;
        }
    }

    private long waiting() {
        var answers = redis.execute((RedisCallback<List<Object>>) ProgressMetrics::countsOfAllShards);
        return Objects.requireNonNull(answers).stream()
                .mapToLong(count -> (Long) count)
                .sum();
    }

    /** One round trip: all shards are asked before the first answer is waited for. */
    private static List<Object> countsOfAllShards(RedisConnection connection) {
        connection.openPipeline();
        Shards.all()
                .map(shard -> Shards.dirty(shard).getBytes(StandardCharsets.UTF_8))
                .forEach(connection.setCommands()::sCard);
        return connection.closePipeline();
    }

    private static double sum(Collection<Optional<RedisState>> states, ToLongFunction<RedisState> value) {
        return states.stream().flatMap(Optional::stream).mapToLong(value).sum();
    }
}
