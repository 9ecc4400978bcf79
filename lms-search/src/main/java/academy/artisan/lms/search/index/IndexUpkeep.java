package academy.artisan.lms.search.index;

import academy.artisan.lms.search.elasticsearch.SearchUnavailable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;

/**
 * Sees to it that the index exists and is complete: at the start, after Elasticsearch was away or lost it, and now and
 * then. On a thread of its own, so that nobody waits for Elasticsearch.
 */
@Component
class IndexUpkeep implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(IndexUpkeep.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(3);
    private static final Duration REPAIR_AGAIN = Duration.ofMinutes(10);

    private final CourseIndex index;
    private final IndexRepair repair;
    private final Clock clock;
    private final ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
    private Instant repairDue = Instant.MIN;
    private boolean away;

    IndexUpkeep(CourseIndex index, IndexRepair repair, Clock clock) {
        this.index = index;
        this.repair = repair;
        this.clock = clock;
        scheduler.setThreadNamePrefix("search-index-");
        scheduler.setDaemon(true);
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        scheduler.initialize();
        var ignored = scheduler.scheduleWithFixedDelay(this::keepUp, LOOK_AGAIN);
    }

    @Override
    public void destroy() {
        scheduler.shutdown();
    }

    /**
     * One that is missing, or of another definition, is filled beside what there is and takes its place then; whatever
     * stops that, it goes on from where it was. Compared again once all news goes to it alone.
     */
    void renew() {
        var definition = IndexDefinition.of(index.knowsWords());
        var name = index.nameOf(definition);
        if (!index.isAllThereIs(name)) {
            index.create(definition);
            repair.run(name);
            index.refresh(name);
            index.swapTo(name);
            log.info("The search index is {} from now on", name);
        }
        repair.run(name);
    }

    private void keepUp() {
        try {
            if (!clock.instant().isBefore(repairDue)) {
                renew();
                repairDue = clock.instant().plus(REPAIR_AGAIN);
            } else if (index.current().isEmpty()) {
                renew();
            }
            away = false;
        } catch (RuntimeException failure) {
            if (!(failure instanceof SearchUnavailable)) {
                log.error("The search index cannot be kept up", failure);
                return;
            }
            repairDue = Instant.MIN;
            if (!away) {
                log.warn("The search index waits for Elasticsearch: {}", failure.getMessage());
            }
            away = true;
        }
    }
}
