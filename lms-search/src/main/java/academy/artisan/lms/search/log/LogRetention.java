package academy.artisan.lms.search.log;

import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;

import academy.artisan.lms.support.InBatches;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Removes searches that were kept long enough, with their clicks, and what only few asked on a day as long ago; what
 * many asked on one day stays counted.
 */
@Component
class LogRetention {

    private static final Logger log = LoggerFactory.getLogger(LogRetention.class);
    private static final int BATCH = 5000;

    private final JdbcClient jdbc;
    private final LogProperties properties;
    private final ZoneId zone;
    private final Clock clock;

    LogRetention(
            JdbcClient jdbc,
            LogProperties properties,
            @Value("${lms.time-zone:Asia/Shanghai}") ZoneId zone,
            Clock clock) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.zone = zone;
        this.clock = clock;
    }

    void removeOld() {
        var horizon = clock.instant().atZone(zone).minus(properties.kept());
        var searches = InBatches.remove(() -> jdbc.sql("""
                        delete from search.logged_search using (
                            select search_id from search.logged_search where asked_at < :horizon
                            order by asked_at limit :batch for update skip locked
                        ) old
                        where logged_search.search_id = old.search_id
                        """)
                .param("horizon", horizon.withZoneSameInstant(ZoneOffset.UTC).toOffsetDateTime())
                .param("batch", BATCH)
                .update());
        var counts = InBatches.remove(() -> jdbc.sql("""
                        delete from search.query_day using (
                            select day, query, field from search.query_day where day < :horizon and searches < :shownFrom
                            order by day limit :batch for update skip locked
                        ) old
                        where (query_day.day, query_day.query, query_day.field) = (old.day, old.query, old.field)
                        """)
                .param("horizon", horizon.toLocalDate())
                .param("shownFrom", properties.shownFrom())
                .param("batch", BATCH)
                .update());
        log.info("{} searches and {} counts of rare queries were kept long enough", searches, counts);
    }
}
