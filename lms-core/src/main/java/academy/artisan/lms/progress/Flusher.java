package academy.artisan.lms.progress;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

import academy.artisan.lms.progress.Unsettled.Settlement;
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

    private final Unsettled unsettled;
    private final Settled settled;
    private final ShardLocks locks;
    private final ProgressProperties properties;

    Flusher(Unsettled unsettled, Settled settled, ShardLocks locks, ProgressProperties properties) {
        this.unsettled = unsettled;
        this.settled = settled;
        this.locks = locks;
        this.properties = properties;
    }

    @Scheduled(fixedDelayString = "${lms.progress.flush-interval:1s}")
    void flush() {
        try {
            var shards = Shards.all().toList();
            var waiting = unsettled.waiting(shards);
            for (var i = 0; i < shards.size(); i++) {
                if (waiting.get(i) > 0) {
                    flush(shards.get(i), waiting.get(i));
                }
            }
        } catch (Problem | CannotCreateTransactionException away) {
            log.warn("Progress waits to be settled: {}", String.valueOf(away.getCause()));
        }
    }

    private void flush(String shard, long waiting) {
        try {
            locks.whileHolding(shard, () -> {
                for (var rounds = Math.ceilDiv(waiting, BATCH); rounds > 0; rounds--) {
                    settle(shard, unsettled.some(shard, BATCH));
                }
            });
        } catch (DataAccessException failure) {
            log.warn("Lessons of shard {} wait to be settled", shard, failure);
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
            settled.settle(changes);
            unsettled.settle(
                    shard,
                    changes.stream()
                            .map(change -> new Settlement(change, isCompleted(change)))
                            .collect(Collectors.toList()));
        }
    }

    private boolean isCompleted(Changed change) {
        return change.coverage().seconds() >= properties.secondsToComplete(change.length());
    }
}
