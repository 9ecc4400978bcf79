package academy.artisan.lms.progress.settling;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import academy.artisan.lms.progress.inflight.Shards;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/**
 * How far PostgreSQL is behind Redis, as this node sees it: what was credited longer ago is settled, here or elsewhere.
 * It is noted by whoever settles; heartbeats know nothing of it.
 */
@Component
class Durability implements MeterBinder {

    private final Clock clock;
    private final Map<String, Instant> settledUntil;

    Durability(Clock clock) {
        this.clock = clock;
        var start = clock.instant();
        this.settledUntil =
                new ConcurrentHashMap<>(Shards.all().collect(Collectors.toMap(Function.identity(), shard -> start)));
    }

    /** Nothing in this shard waits from before that moment but what PostgreSQL refuses. */
    void settledUntil(String shard, Instant moment) {
        settledUntil.put(shard, moment);
    }

    /** Of the shard that is most behind. */
    Duration lag() {
        var now = clock.instant();
        return settledUntil.values().stream()
                .min(Instant::compareTo)
                .map(oldest -> Duration.between(oldest, now))
                .orElse(Duration.ZERO);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder(
                        "lms.progress.durability.lag",
                        this,
                        durability -> durability.lag().toMillis() / 1000d)
                .description("How long ago the oldest change of progress may be that PostgreSQL does not know")
                .baseUnit("seconds")
                .register(registry);
    }
}
