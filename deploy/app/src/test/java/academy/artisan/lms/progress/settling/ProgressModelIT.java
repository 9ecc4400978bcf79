package academy.artisan.lms.progress.settling;

import java.io.IOException;
import java.time.Clock;
import java.util.Comparator;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import academy.artisan.lms.progress.inflight.CreditRules;
import academy.artisan.lms.progress.inflight.InFlight;
import academy.artisan.lms.progress.settling.DurableProgress.InPostgres;
import academy.artisan.lms.progress.settling.DurableProgress.StandIn;
import academy.artisan.lms.progress.settling.Setting.Parts;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever happens in whatever order, Redis and PostgreSQL say of progress what an oracle says. A run is repeated by
 * {@code -Dprogress.seed=…}, which is printed, and one schedule of it by {@code -Dprogress.schedule=…}, which is part
 * of the failure; {@code -Dprogress.schedules=…} says how many there are.
 */
@StackTest
class ProgressModelIT {

    private static final Logger log = LoggerFactory.getLogger(ProgressModelIT.class);
    private static final int SIDE_BY_SIDE = 1000;
    private static final int IN_POSTGRES = 100; // one of so many
    private static final double LONGEST_SECONDS = 300; // of a machine that has much else to do

    private record Failed(Schedule schedule, Throwable why) {}

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
    private PipelinedStore store;

    /** Its log on disk is of use to nobody here, and a fifth of its work. */
    private void keepLog(String yesOrNo) {
        try (var connection = redis.getConnection()) {
            connection.serverCommands().setConfig("appendonly", yesOrNo);
        }
    }

    @BeforeEach
    void connect() throws IOException {
        keepLog("no");
        store = new PipelinedStore(redis);
    }

    @AfterEach
    void disconnect() {
        store.close();
        keepLog("yes");
    }

    @Test
    void whatTheScriptsSayIsWhatTheRulesSay() throws InterruptedException {
        assertThat(runAll(schedules, StandIn::new)).isEqualTo(schedules);
    }

    @Test
    void whatIsDurableIsWhatTheRulesSay() throws InterruptedException {
        try (var postgres = new InPostgres(settled, days, jdbc)) {
            var some = Math.ceilDiv(schedules, IN_POSTGRES);
            assertThat(runAll(some, () -> postgres)).isEqualTo(some);
        }
    }

    private int runAll(int count, Supplier<DurableProgress> durable) throws InterruptedException {
        var inFlight = new InFlight(store, rules);
        var unsettled = new Unsettled(store, rules, Clock.systemUTC());
        Supplier<Parts> parts = () -> new Parts(inFlight, unsettled, store, durable.get());
        var only = Long.getLong("progress.schedule");
        if (only != null) {
            runAll(1, () -> only, parts);
            return count;
        }
        log.info("Schedules of -Dprogress.seed={}", seed);
        return runAll(count, new Random(seed)::nextLong, parts);
    }

    /** Answers how many it ran, many side by side; of those that fail the shortest is told. */
    private static int runAll(int count, LongSupplier seeds, Supplier<Parts> parts) throws InterruptedException {
        var began = System.nanoTime();
        var places = new Semaphore(SIDE_BY_SIDE);
        var done = 0;
        var steps = new AtomicLong();
        var failed = new ConcurrentLinkedQueue<Failed>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (; done < count && failed.isEmpty() && secondsSince(began) < LONGEST_SECONDS; done++) {
                var schedule = new Schedule(seeds.getAsLong(), parts.get());
                places.acquire();
                threads.execute(() -> {
                    try {
                        steps.addAndGet(schedule.run());
                    } catch (Error | RuntimeException why) {
                        failed.add(new Failed(schedule, why));
                    } finally {
                        places.release();
                    }
                });
            }
        }
        log.info("{} schedules, {} steps, {} steps/s", done, steps, Math.round(steps.get() / secondsSince(began)));
        failed.stream()
                .min(Comparator.comparingInt(one -> one.schedule().length()))
                .ifPresent(shortest -> {
                    throw new AssertionError(shortest.schedule().toString(), shortest.why());
                });
        return done;
    }

    private static double secondsSince(long nanoTime) {
        return (System.nanoTime() - nanoTime) / 1e9;
    }
}
