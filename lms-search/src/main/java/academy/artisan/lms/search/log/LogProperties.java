package academy.artisan.lms.search.log;

import java.time.Period;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is kept of searches, and what is shown of it.
 *
 * @param kept how long single searches are kept, and daily counts of queries that were asked less often than shown
 * @param shownFrom how often a query must have been asked before anybody is shown it
 * @param waiting how many searches may wait in memory to be written; what is over is dropped
 */
@ConfigurationProperties("lms.search.log")
record LogProperties(
        @DefaultValue("400d") Period kept,
        @DefaultValue("5") int shownFrom,
        @DefaultValue("10000") int waiting) {

    LogProperties {
        if (kept.isZero() || kept.isNegative()) {
            throw new IllegalArgumentException("lms.search.log.kept is a time such as 1y or 400d");
        }
        if (shownFrom < 2 || waiting < 1) {
            throw new IllegalArgumentException("lms.search.log.shown-from is at least 2, waiting at least 1");
        }
    }
}
