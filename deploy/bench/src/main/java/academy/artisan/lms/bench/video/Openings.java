package academy.artisan.lms.bench.video;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

import academy.artisan.lms.bench.Latencies;
import org.jspecify.annotations.Nullable;

/**
 * Opens lessons at a steady rate, however long each takes: one that has to wait for those before it takes the longer,
 * as its learner would see it.
 */
record Openings(List<Learner> learners, int aMinute) {

    Latencies run(Duration length) {
        var count = Math.toIntExact(aMinute * length.toSeconds() / 60);
        var interval = Duration.ofMinutes(1).dividedBy(aMinute).toNanos();
        var latencies = new Latencies(count);
        var failure = new AtomicReference<@Nullable RuntimeException>();
        var start = System.nanoTime();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < count; i++) {
                var due = start + i * interval;
                var learner = learners.get(i % learners.size());
                people.execute(() -> {
                    LockSupport.parkNanos(due - System.nanoTime());
                    try {
                        open(learner);
                        latencies.add(System.nanoTime() - due);
                    } catch (RuntimeException refused) {
                        failure.set(refused);
                    }
                });
            }
        }
        var refused = failure.get();
        if (refused != null) {
            throw refused;
        }
        return latencies;
    }

    private static void open(Learner learner) {
        var master = learner.open();
        var first = Learner.addresses(master, learner.client().bytes(master)).getFirst();
        learner.client().bytes(first);
    }
}
