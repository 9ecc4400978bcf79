package academy.artisan.lms.progress.heartbeat;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

import academy.artisan.lms.progress.PlaybackSuperseded;
import academy.artisan.lms.support.Problem;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * What became of heartbeats on this node, counted since its start. A heartbeat adds to numbers that are there already;
 * all else is done when somebody looks.
 */
@Component
class HeartbeatCounts implements MeterBinder {

    private enum Outcome {
        TAKEN,
        SUPERSEDED,
        ENDED,
        /** There is no right to go on: revoked, or what is watched is not in the learner's version any more. */
        REFUSED,
        /** Redis is away, or PostgreSQL when it was needed. */
        UNAVAILABLE,
        FAILED
    }

    static final List<String> REASONS =
            List.of("not-enough-time", "skipped", "page-hidden", "presence-unconfirmed", "daily-cap");

    private static final String OTHER = "other";

    private final Map<Outcome, LongAdder> heartbeats = new EnumMap<>(Outcome.class);
    private final Map<String, LongAdder> refused = new HashMap<>();
    private final LongAdder refusedOtherwise = new LongAdder();
    private final LongAdder credited = new LongAdder();
    private final LongAdder reloads = new LongAdder();

    HeartbeatCounts() {
        for (var outcome : Outcome.values()) {
            heartbeats.put(outcome, new LongAdder());
        }
        REASONS.forEach(reason -> refused.put(reason, new LongAdder()));
    }

    void taken(Playbacks.Credit credit) {
        add(Outcome.TAKEN);
        credited.add(credit.credited());
        for (var refusal : credit.refusals()) {
            refused.getOrDefault(refusal.reason(), refusedOtherwise).add(refusal.seconds());
        }
    }

    void notTaken(RuntimeException why) {
        add(
                switch (why) {
                    case PlaybackSuperseded ignored -> Outcome.SUPERSEDED;
                    case PlaybackEnded ignored -> Outcome.ENDED;
                    case Problem problem when problem.kind() == Problem.Kind.UNAVAILABLE -> Outcome.UNAVAILABLE;
                    case Problem ignored -> Outcome.REFUSED;
                    case DataAccessException ignored -> Outcome.UNAVAILABLE;
                    case TransactionException ignored -> Outcome.UNAVAILABLE;
                    default -> Outcome.FAILED;
                });
    }

    /** Redis did not know the playback of a heartbeat. */
    void reloaded() {
        reloads.increment();
    }

    private void add(Outcome outcome) {
        var count = heartbeats.get(outcome);
        if (count != null) {
            count.increment();
        }
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        heartbeats.forEach(
                (outcome, count) -> counter("lms.progress.heartbeats", count, "Heartbeats by what became of them")
                        .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                        .register(registry));
        refused.forEach((reason, seconds) -> refused(reason, seconds).register(registry));
        refused(OTHER, refusedOtherwise).register(registry);
        counter("lms.progress.credited", credited, "Seconds that were credited")
                .baseUnit("seconds")
                .register(registry);
        counter("lms.progress.reloads", reloads, "Playbacks that Redis did not know and that PostgreSQL was asked for")
                .register(registry);
    }

    private static FunctionCounter.Builder<LongAdder> refused(String reason, LongAdder seconds) {
        return counter("lms.progress.refused", seconds, "Seconds that were not credited; players claim them again")
                .baseUnit("seconds")
                .tag("reason", reason);
    }

    private static FunctionCounter.Builder<LongAdder> counter(String name, LongAdder count, String description) {
        return FunctionCounter.builder(name, count, LongAdder::sum).description(description);
    }
}
