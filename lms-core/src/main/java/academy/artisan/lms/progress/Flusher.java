package academy.artisan.lms.progress;

import java.util.List;
import java.util.Objects;

import academy.artisan.lms.support.Problem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Moves progress from Redis to PostgreSQL, a shard at a time. Whatever stops it, a lesson stays dirty until it is
 * settled, and settling it twice does no harm: any number of nodes may do it.
 */
@Component
class Flusher {

    private static final Logger log = LoggerFactory.getLogger(Flusher.class);
    private static final int BATCH = 500;

    private final InFlight inFlight;
    private final Settled settled;

    Flusher(InFlight inFlight, Settled settled) {
        this.inFlight = inFlight;
        this.settled = settled;
    }

    @Scheduled(fixedDelayString = "${lms.progress.flush-interval:1s}")
    void flush() {
        try {
            Shards.all().forEach(this::flush);
        } catch (Problem | CannotCreateTransactionException away) {
            log.warn("Progress waits to be settled: {}", String.valueOf(away.getCause()));
        }
    }

    private void flush(String shard) {
        try {
            settle(inFlight.dirty(shard, BATCH));
        } catch (DataAccessException failure) {
            log.warn("Lessons of shard {} wait to be settled", shard, failure);
        }
    }

    private InFlight.@Nullable Changed changed(DirtyLesson lesson) {
        var change = inFlight.changed(lesson);
        if (change == null) {
            inFlight.forget(lesson);
        }
        return change;
    }

    private void settle(List<DirtyLesson> dirty) {
        var changes = dirty.stream().map(this::changed).filter(Objects::nonNull).toList();
        if (!changes.isEmpty()) {
            settled.settle(changes);
            changes.forEach(inFlight::settle);
        }
    }
}
