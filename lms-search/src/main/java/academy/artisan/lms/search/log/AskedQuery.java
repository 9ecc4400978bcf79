package academy.artisan.lms.search.log;

import java.math.BigDecimal;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What became of a query.
 *
 * @param searches how often it was asked; a person counts once a day
 * @param hits of the last search that no other filter narrowed down; nothing if there was none
 * @param meanPosition among the results, from 1, of what was opened
 * @param lastAsked to the hour
 */
record AskedQuery(
        String query,
        long searches,
        @Nullable Integer hits,
        long clicks,
        @Nullable BigDecimal meanPosition,
        Instant lastAsked) {}
