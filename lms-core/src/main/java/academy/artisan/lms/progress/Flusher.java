package academy.artisan.lms.progress;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

import academy.artisan.lms.enrolment.EnrolmentId;
import academy.artisan.lms.progress.Unsettled.Settlement;
import academy.artisan.lms.progress.Unsettled.Waiting;
import academy.artisan.lms.support.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Moves progress from Redis to PostgreSQL, a shard at a time. Whatever stops it, a lesson stays dirty until it is
 * settled, and settling it twice does no harm. Nodes share the shards out by {@link ShardLocks}.
 */
@Component
class Flusher {

    private static final Logger log = LoggerFactory.getLogger(Flusher.class);
    private static final int BATCH = 500;

    /**
     * Others hear of an enrolment that goes on this often: reports need no more, and are not rewritten every second.
     */
    private static final Duration BETWEEN_NEWS = Duration.ofSeconds(15);

    private final Unsettled unsettled;
    private final Settled settled;
    private final ShardLocks locks;
    private final ProgressProperties properties;
    private final Clock clock;

    Flusher(Unsettled unsettled, Settled settled, ShardLocks locks, ProgressProperties properties, Clock clock) {
        this.unsettled = unsettled;
        this.settled = settled;
        this.locks = locks;
        this.properties = properties;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${lms.progress.flush-interval:1s}")
    void flush() {
        try (var threads = Executors.newFixedThreadPool(properties.flushThreads())) {
            unsettled.waiting().stream()
                    .filter(waiting -> waiting.lessons() > 0 || waiting.enrolments() > 0)
                    .forEach(waiting -> threads.execute(() -> flush(waiting)));
        } catch (Problem away) {
            log.warn("Progress waits to be settled: {}", String.valueOf(away.getCause()));
        }
    }

    private void flush(Waiting waiting) {
        try {
            locks.whileHolding(waiting.shard(), () -> {
                for (var rounds = Math.ceilDiv(waiting.lessons(), BATCH); rounds > 0; rounds--) {
                    settle(waiting.shard(), unsettled.some(waiting.shard(), BATCH));
                }
                tell(waiting.shard(), unsettled.untold(waiting.shard(), BATCH));
            });
        } catch (Problem | CannotCreateTransactionException away) {
            log.warn("Lessons of shard {} wait to be settled: {}", waiting.shard(), String.valueOf(away.getCause()));
        } catch (DataAccessException failure) {
            log.warn("Lessons of shard {} wait to be settled", waiting.shard(), failure);
        }
    }

    private void settle(String shard, List<DirtyLesson> dirty) {
        var changes = unsettled.changed(dirty);
        var gone = new HashSet<>(dirty);
        changes.forEach(change -> gone.remove(change.lesson()));
        if (!gone.isEmpty()) {
            unsettled.forget(shard, List.copyOf(gone));
        }
        if (!changes.isEmpty()) {
            var longAgo = clock.instant().minus(BETWEEN_NEWS);
            var settlements = changes.stream()
                    .map(change -> new Settlement(
                            change, isCompleted(change), !change.toldAt().isAfter(longAgo)))
                    .toList();
            settled.settle(
                    changes,
                    enrolments(
                            settlements,
                            settlement -> settlement.completed()
                                    && !settlement.change().judged()),
                    enrolments(settlements, Settlement::told));
            unsettled.settle(shard, settlements, BETWEEN_NEWS);
        }
    }

    private void tell(String shard, List<EnrolmentId> enrolments) {
        if (!enrolments.isEmpty()) {
            settled.tell(enrolments);
            unsettled.told(shard, enrolments);
        }
    }

    private boolean isCompleted(Changed change) {
        return change.coverage().seconds() >= properties.secondsToComplete(change.length());
    }

    private static List<EnrolmentId> enrolments(List<Settlement> settlements, Predicate<Settlement> which) {
        return settlements.stream()
                .filter(which)
                .map(settlement -> settlement.change().lesson().enrolment())
                .distinct()
                .toList();
    }
}
