package academy.artisan.lms.progress.settling;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.stream.Gatherers;

import academy.artisan.lms.enrolment.EnrolmentId;
import academy.artisan.lms.progress.ProgressProperties;
import academy.artisan.lms.progress.inflight.InFlight;
import academy.artisan.lms.progress.inflight.Shards;
import academy.artisan.lms.progress.settling.Unsettled.Settlement;
import academy.artisan.lms.progress.settling.Unsettled.Waiting;
import academy.artisan.lms.support.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedRateTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Moves progress from Redis to PostgreSQL, a shard at a time. Whatever stops it, a lesson stays dirty until it is
 * settled, and settling it twice does no harm. Nodes share the shards out by {@link ShardLocks}.
 */
@Component
class Flusher implements SchedulingConfigurer {

    private static final Logger log = LoggerFactory.getLogger(Flusher.class);

    /** Others wait for Redis while it reads or notes so many: a few milliseconds. */
    private static final int BATCH = 200;

    /** More than usually wait in a shard: all of a set costs Redis less than a choice, for which it copies it. */
    private static final int NAMES = 2000;

    private final Unsettled unsettled;
    private final Settled settled;
    private final InFlight inFlight;
    private final ShardLocks locks;
    private final Durability durability;
    private final ProgressProperties properties;
    private final Clock clock;
    private final Semaphore atOnce;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    Flusher(
            Unsettled unsettled,
            Settled settled,
            InFlight inFlight,
            ShardLocks locks,
            Durability durability,
            ProgressProperties properties,
            Clock clock) {
        this.unsettled = unsettled;
        this.settled = settled;
        this.inFlight = inFlight;
        this.locks = locks;
        this.durability = durability;
        this.properties = properties;
        this.clock = clock;
        this.atOnce = new Semaphore(properties.flushThreads());
    }

    /** The shards one after the other over the interval, so that nothing else waits for a burst of them. */
    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        var shards = Shards.all().toList();
        var interval = properties.flushInterval();
        for (var i = 0; i < shards.size(); i++) {
            var shard = shards.get(i);
            var first = interval.plus(interval.multipliedBy(i).dividedBy(shards.size()));
            tasks.addFixedRateTask(new FixedRateTask(() -> flushOnce(shard), interval, first));
        }
    }

    /** Unless that goes on here already. */
    private void flushOnce(String shard) {
        if (underWay.add(shard)) {
            try {
                flush(shard);
            } finally {
                underWay.remove(shard);
            }
        }
    }

    /** Each for itself: a shard whose Redis is away holds up no other. */
    private void flush(String shard) {
        try {
            var begun = clock.instant();
            var waiting = unsettled.waiting(shard);
            if (waiting.isNothing() || flush(shard, waiting)) {
                durability.settledUntil(shard, begun);
            }
        } catch (Problem | CannotCreateTransactionException away) {
            log.warn("Lessons of shard {} wait to be settled: {}", shard, String.valueOf(away.getCause()));
        } catch (RuntimeException failure) {
            log.error("Lessons of shard {} wait to be settled", shard, failure);
        }
    }

    /** False if another place is at it, be it alive or not. */
    private boolean flush(String shard, Waiting waiting) {
        atOnce.acquireUninterruptibly();
        try {
            return locks.whileHolding(shard, () -> {
                for (var rounds = Math.ceilDiv(waiting.lessons(), NAMES); rounds > 0; rounds--) {
                    unsettled.some(shard, NAMES).stream()
                            .gather(Gatherers.windowFixed(BATCH))
                            .forEach(batch -> settleTogether(shard, unsettled.changed(batch)));
                }
                for (var rounds = Math.ceilDiv(waiting.enrolments(), BATCH); rounds > 0; rounds--) {
                    tell(shard, unsettled.untold(shard, BATCH));
                }
                for (var rounds = Math.ceilDiv(waiting.resting(), BATCH); rounds > 0; rounds--) {
                    unsettled.letGo(shard, unsettled.resting(shard, BATCH));
                }
            });
        } finally {
            atOnce.release();
        }
    }

    /** One that PostgreSQL does not take holds up none of the others. */
    private void settleTogether(String shard, List<Changed> changes) {
        try {
            settleBatch(shard, changes);
        } catch (DataAccessResourceFailureException away) {
            throw away;
        } catch (NonTransientDataAccessException unfit) {
            if (changes.size() == 1) {
                log.error("Lesson {} cannot be settled", changes.getFirst().lesson(), unfit);
                return;
            }
            var half = changes.size() / 2;
            settleTogether(shard, changes.subList(0, half));
            settleTogether(shard, changes.subList(half, changes.size()));
        }
    }

    /** A playback of which Redis knows too little is closed: its next heartbeat loads what PostgreSQL knows. */
    private void settleBatch(String shard, List<Changed> changes) {
        if (!changes.isEmpty()) {
            var settlements = settled.settle(changes);
            unsettled.settle(shard, settlements, properties.reportInterval());
            settlements.stream()
                    .filter(Settlement::isBehind)
                    .map(Settlement::change)
                    .forEach(change -> inFlight.close(change.lesson().learner(), change.playback()));
        }
    }

    private void tell(String shard, List<EnrolmentId> enrolments) {
        if (!enrolments.isEmpty()) {
            settled.tell(enrolments);
            unsettled.told(shard, enrolments);
        }
    }
}
