package academy.artisan.lms.progress;

import java.io.IOException;
import java.time.Clock;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import academy.artisan.lms.progress.DurableProgress.InPostgres;
import academy.artisan.lms.progress.DurableProgress.StandIn;
import academy.artisan.lms.progress.Schedule.Parts;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whatever happens in whatever order, Redis and PostgreSQL say of progress what an oracle says. A run is repeated by
 * {@code -Dprogress.seed=…}, which is printed. On a machine that has other things to do it is as long as time allows;
 * {@code -Dprogress.schedules=…} and {@code -Dprogress.seconds=…} say how long it may be.
 */
@StackTest
class ProgressModelIT {

    private static final Logger log = LoggerFactory.getLogger(ProgressModelIT.class);
    private static final int SIDE_BY_SIDE = 1000;
    private static final int IN_POSTGRES = 100; // one of so many

    @Autowired
    LettuceConnectionFactory redis;

    @Autowired
    CreditRules rules;

    @Autowired
    Settled settled;

    @Autowired
    LearningDays days;

    @Autowired
    JdbcClient jdbc;

    private final long seed = Long.getLong("progress.seed", System.nanoTime());
    private final int schedules = Integer.getInteger("progress.schedules", 100_000);
    private final long seconds = Long.getLong("progress.seconds", 35);
    private PipelinedStore store;

    @BeforeEach
    void connect() throws IOException {
        store = new PipelinedStore(redis);
    }

    @AfterEach
    void disconnect() {
        store.close();
    }

    @Test
    void whatTheScriptsSayIsWhatTheRulesSay() throws Exception {
        runAll(schedules, seconds, seed, StandIn::new);
    }

    @Test
    void whatIsDurableIsWhatTheRulesSay() throws Exception {
        try (var postgres = new InPostgres(settled, days, jdbc)) {
            runAll(schedules / IN_POSTGRES, seconds, seed, () -> postgres);
        }
    }

    private void runAll(int count, long atMost, long seed, Supplier<DurableProgress> durable)
            throws InterruptedException {
        runAll(count, atMost, seed, durable, store, rules);
    }

    static void runAll(
            int count,
            long atMostSeconds,
            long seed,
            Supplier<DurableProgress> durable,
            PipelinedStore store,
            CreditRules rules)
            throws InterruptedException {
        log.info("Schedules of -Dprogress.seed={}", seed);
        var began = System.nanoTime();
        var seeds = new Random(seed);
        var inFlight = new InFlight(store, rules);
        var unsettled = new Unsettled(store, rules, Clock.systemUTC());
        var places = new Semaphore(SIDE_BY_SIDE);
        var done = 0;
        var steps = new AtomicLong();
        var wrong = new AtomicReference<AssertionError>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (; done < count && wrong.get() == null && secondsSince(began) < atMostSeconds; done++) {
                var schedule = new Schedule(seeds.nextLong(), new Parts(inFlight, unsettled, store, durable.get()));
                places.acquire();
                threads.execute(() -> {
                    try {
                        steps.addAndGet(schedule.run());
                    } catch (AssertionError found) {
                        wrong.set(found);
                    } finally {
                        places.release();
                    }
                });
            }
        }
        if (wrong.get() != null) {
            throw wrong.get();
        }
        log.info("{} schedules, {} steps, {} steps/s", done, steps, Math.round(steps.get() / secondsSince(began)));
    }

    private static double secondsSince(long nanoTime) {
        return (System.nanoTime() - nanoTime) / 1e9;
    }
}
