package academy.artisan.lms.search.log;

import java.math.BigDecimal;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What became of a query.
 *
 * @param searches how often it was asked; a person counts once a day
 * @param found whether anybody found something on the last day on which no other filter narrowed it down; nothing if
 *     there was none. How much is not said: it may be what the reader may not open
 * @param meanPosition among the results, from 1, of what was opened
 * @param lastAsked to the hour
 */
record AskedQuery(
        String query,
        long searches,
        @Nullable Boolean found,
        long clicks,
        @Nullable BigDecimal meanPosition,
        Instant lastAsked) {}
