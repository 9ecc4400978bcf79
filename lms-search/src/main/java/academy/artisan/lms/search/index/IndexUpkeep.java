package academy.artisan.lms.search.index;

import java.time.Clock;
import java.time.Duration;

import academy.artisan.lms.search.elasticsearch.SearchUnavailable;
import academy.artisan.lms.search.index.IndexWork.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;

/**
 * Sees to it that the indices exist, and that what is asked for is done. On threads of its own, so that nobody waits
 * for Elasticsearch, nor one index for another.
 */
@Component
class IndexUpkeep implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(IndexUpkeep.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

    /** A node that starts looks whether all is right, unless that was seen just now. */
    private static final Duration CHECKED_LATELY = Duration.ofHours(1);

    private final Indices indices;
    private final IndexWorkRecords records;
    private final IndexWorker worker;
    private final Clock clock;
    private final ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();

    IndexUpkeep(Indices indices, IndexWorkRecords records, IndexWorker worker, Clock clock) {
        this.indices = indices;
        this.records = records;
        this.worker = worker;
        this.clock = clock;
        scheduler.setThreadNamePrefix("search-index-");
        scheduler.setDaemon(true);
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        scheduler.setPoolSize(indices.contents().size());
        scheduler.initialize();
        indices.contents().forEach(contents -> {
            var ignored = scheduler.scheduleWithFixedDelay(new Watch(contents)::keepUp, LOOK_AGAIN);
        });
    }

    @Override
    public void destroy() {
        scheduler.shutdown();
    }

    /** Asks that every index is compared with the database. */
    void checkAll() {
        indices.contents().forEach(contents -> ask(contents, Task.CHECK));
    }

    private void ask(Contents contents, Task task) {
        var ignored = records.ask(contents.name(), task, null, contents.count(), clock.instant());
    }

    /** What this node knows of one index. */
    private final class Watch {

        private final Contents contents;
        private boolean isKnownToServe;
        private boolean isAway;

        private Watch(Contents contents) {
            this.contents = contents;
        }

        private void keepUp() {
            try {
                seeThatItServes();
                worker.workOn(contents);
                isAway = false;
            } catch (SearchUnavailable away) {
                isKnownToServe = false;
                if (!isAway) {
                    log.warn("The index of {} waits for Elasticsearch: {}", contents.name(), away.getMessage());
                }
                isAway = true;
            } catch (RuntimeException failure) {
                log.error("The index of {} cannot be kept up", contents.name(), failure);
            }
        }

        /** Once it does, it is only looked whether it is still there. */
        private void seeThatItServes() {
            var index = indices.of(contents.name());
            if (isKnownToServe && index.current().isPresent()) {
                return;
            }
            isKnownToServe = index.serves(indices.definition(contents));
            if (!isKnownToServe) {
                ask(contents, Task.REBUILD);
            } else if (!isCheckedLately()) {
                ask(contents, Task.CHECK);
            }
        }

        private boolean isCheckedLately() {
            var lately = clock.instant().minus(CHECKED_LATELY);
            return records.lastEnd(contents.name(), Task.CHECK)
                    .filter(lately::isBefore)
                    .isPresent();
        }
    }
}
