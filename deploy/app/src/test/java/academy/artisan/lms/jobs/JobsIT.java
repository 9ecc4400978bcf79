package academy.artisan.lms.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;

import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

@StackTest
@Import(JobsIT.SomeJobs.class)
class JobsIT {

    private static final String JOB = "note-the-id";
    private static final String LONG_JOB = "note-the-id-for-long";
    private static final Collection<String> DONE = new ConcurrentLinkedQueue<>();
    private static final AtomicInteger ROUNDS = new AtomicInteger();
    private static final Map<String, CountDownLatch> HELD_UP = new ConcurrentHashMap<>();
    private static final Collection<String> FAIL_ONCE = new ConcurrentLinkedQueue<>();

    @TestConfiguration(proxyBeanMethods = false)
    static class SomeJobs {

        @Bean
        OneTimeJob noteTheId() {
            return OneTimeJob.named(JOB, JobsIT::note, id -> {});
        }

        @Bean
        OneTimeJob noteTheIdForLong() {
            return OneTimeJob.named(LONG_JOB, JobsIT::note, id -> {}).thatTakesLong();
        }

        @Bean
        RecurringJob countRounds() {
            return RecurringJob.every(Duration.ofSeconds(1), "count-rounds", ROUNDS::incrementAndGet);
        }
    }

    private static void note(String id) {
        DONE.add(id);
        if (FAIL_ONCE.remove(id)) {
            throw new IllegalStateException("Fails once, as a test wants");
        }
        var latch = HELD_UP.get(id);
        try {
            if (latch != null && !latch.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Nobody let go");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Autowired
    Jobs jobs;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource dataSource;

    @Autowired
    List<Job> work;

    private final String id = UUID.randomUUID().toString();

    @Test
    void aJobIsDoneOnceAtItsTimeAndThenForgotten() {
        schedule(Instant.now());
        await().until(() -> DONE.contains(id) && !waits());
        await().during(Duration.ofSeconds(3)).until(() -> timesDone() == 1);
    }

    @Test
    void whatIsUndoneLeavesNoJobAndNothingIsArrangedOutsideOfATransaction() {
        transaction.executeWithoutResult(status -> {
            jobs.schedule(JOB, id, Instant.now().plusSeconds(3600));
            status.setRollbackOnly();
        });
        assertThat(waits()).isFalse();
        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() -> jobs.schedule(JOB, id, Instant.now()));
    }

    @Test
    void aCancelledJobIsNotDone() {
        schedule(Instant.now().plusSeconds(3));
        assertThat(cancel()).isTrue();
        assertThat(cancel()).isFalse();
        await().during(Duration.ofSeconds(5)).until(() -> timesDone() == 0);
    }

    @Test
    void aCancellationThatIsUndoneCancelsNothing() {
        schedule(Instant.now().plusSeconds(2));
        transaction.executeWithoutResult(status -> {
            jobs.cancel(JOB, id);
            status.setRollbackOnly();
        });
        await().until(() -> timesDone() == 1);
    }

    @Test
    void theLastTimeThatWasNamedHolds() {
        schedule(Instant.now().plusSeconds(3600));
        schedule(Instant.now());
        await().until(() -> timesDone() == 1);
    }

    @Test
    void ofManyWhoArrangeTheSameAtOnceNobodyFails() {
        IntStream.range(0, 20)
                .parallel()
                .forEach(number -> schedule(Instant.now().plusSeconds(3600)));
        assertThat(cancel()).isTrue();
    }

    @Test
    void whatIsUnderWayIsNeitherCancelledNorPutOff() {
        HELD_UP.put(id, new CountDownLatch(1));
        schedule(Instant.now());
        await().until(() -> DONE.contains(id));
        assertThatExceptionOfType(JobUnderWay.class).isThrownBy(this::cancel);
        assertThatExceptionOfType(JobUnderWay.class).isThrownBy(() -> schedule(Instant.now()));
        HELD_UP.get(id).countDown();
        await().until(() -> !waits());
    }

    @Test
    void othersDoNotWaitForJobsThatTakeLong() {
        var longOnes =
                Stream.generate(() -> UUID.randomUUID().toString()).limit(12).toList();
        var held = new CountDownLatch(1);
        longOnes.forEach(each -> HELD_UP.put(each, held));
        transaction.executeWithoutResult(
                ignored -> longOnes.forEach(each -> jobs.schedule(LONG_JOB, each, Instant.now())));
        await().until(() -> longOnes.stream().filter(DONE::contains).count() == 2);
        schedule(Instant.now());
        await().atMost(Duration.ofSeconds(10)).until(() -> timesDone() == 1);
        assertThat(longOnes.stream().filter(DONE::contains).count()).isEqualTo(2);
        held.countDown();
        await().atMost(Duration.ofSeconds(30)).until(() -> DONE.containsAll(longOnes));
    }

    @Test
    void whatFailsIsTriedAgain() {
        FAIL_ONCE.add(id);
        schedule(Instant.now());
        await().atMost(Duration.ofSeconds(30)).until(() -> timesDone() == 2 && !waits());
    }

    @Test
    void whatAKilledNodeLeftIsDone() {
        schedule(Instant.now().plusSeconds(3600));
        jdbc.sql("""
                update jobs.job set execution_time = now() - interval '1 hour', picked = true, picked_by = 'killed',
                    last_heartbeat = now() - interval '1 hour', version = version + 1
                where task_instance = :id
                """).param("id", id).update();
        await().atMost(Duration.ofSeconds(40)).until(() -> timesDone() == 1);
    }

    @Test
    void ofManyNodesOneDoesEachJob() {
        var ids = Stream.generate(() -> UUID.randomUUID().toString()).limit(60).toList();
        var nodes = Stream.generate(() -> new JobWorker(dataSource, work, 4, 2))
                .limit(3)
                .toList();
        nodes.forEach(JobWorker::start);
        try {
            transaction.executeWithoutResult(ignored -> ids.forEach(each -> jobs.schedule(JOB, each, Instant.now())));
            await().atMost(Duration.ofSeconds(30)).until(() -> DONE.containsAll(ids));
            await().during(Duration.ofSeconds(3))
                    .until(() -> DONE.stream().filter(ids::contains).count() == ids.size());
        } finally {
            nodes.forEach(JobWorker::stop);
        }
    }

    @Test
    void aRecurringJobIsDoneAgainAndAgain() {
        var before = ROUNDS.get();
        await().atMost(Duration.ofSeconds(20)).until(() -> ROUNDS.get() >= before + 3);
    }

    private void schedule(Instant at) {
        transaction.executeWithoutResult(ignored -> jobs.schedule(JOB, id, at));
    }

    private boolean cancel() {
        return Boolean.TRUE.equals(transaction.execute(ignored -> jobs.cancel(JOB, id)));
    }

    private long timesDone() {
        return DONE.stream().filter(id::equals).count();
    }

    private boolean waits() {
        return jdbc.sql("select exists (select from jobs.job where task_instance = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }
}
