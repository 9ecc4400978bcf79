package academy.artisan.lms.search.log;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Keeps searches in memory until they are written, many at a time and not by the thread of a request. What does not fit
 * is dropped and counted; what waits is lost when the process is killed.
 */
@Component
class LogWriter {

    private static final Logger log = LoggerFactory.getLogger(LogWriter.class);
    private static final int BATCH = 500;

    private final LoggedSearches searches;
    private final BlockingQueue<LoggedSearch> waiting;
    private final Counter dropped;

    /** What could not be written when it was its turn. */
    private List<LoggedSearch> postponed = List.of();

    LogWriter(LoggedSearches searches, LogProperties properties, MeterRegistry meters) {
        this.searches = searches;
        this.waiting = new ArrayBlockingQueue<>(properties.waiting());
        this.dropped = Counter.builder("lms.search.log.dropped")
                .description("Searches that were not logged because too many waited, or could not be written")
                .register(meters);
    }

    boolean offer(LoggedSearch search) {
        var fits = waiting.offer(search);
        if (!fits) {
            dropped.increment();
        }
        return fits;
    }

    /** While PostgreSQL is away, what waits goes on waiting. */
    @Scheduled(fixedDelay = 1000)
    @PreDestroy
    synchronized void write() {
        for (var batch = next(); !batch.isEmpty(); batch = next()) {
            try {
                add(batch);
                postponed = List.of();
            } catch (NonTransientDataAccessResourceException | TransactionException away) {
                postpone(batch, away);
                return;
            } catch (DataAccessException away) {
                postpone(batch, away);
                return;
            }
        }
    }

    /** One that PostgreSQL does not take costs none of the others. */
    private void add(List<LoggedSearch> batch) {
        try {
            searches.add(batch);
        } catch (NonTransientDataAccessResourceException away) {
            throw away;
        } catch (NonTransientDataAccessException unfit) {
            if (batch.size() == 1) {
                log.warn("A search cannot be logged", unfit);
                dropped.increment();
                return;
            }
            batch.forEach(search -> add(List.of(search)));
        }
    }

    private void postpone(List<LoggedSearch> batch, RuntimeException away) {
        log.warn("{} searches wait to be logged: {}", batch.size(), away.getMessage());
        postponed = batch;
    }

    /** Not in the order in which they were made, which is nobody's business. */
    private List<LoggedSearch> next() {
        if (!postponed.isEmpty()) {
            return postponed;
        }
        var batch = new ArrayList<LoggedSearch>();
        waiting.drainTo(batch, BATCH);
        batch.sort(Comparator.comparing(search -> search.searchId().value()));
        return batch;
    }
}
