package academy.artisan.lms.search.log;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A search as it is kept.
 *
 * @param askedAt cut to the hour
 * @param filters the values that were chosen, by name of the filter; without those that were not used
 * @param again whether the same person asked the same on this day before
 */
record LoggedSearch(
        SearchId searchId,
        Instant askedAt,
        String query,
        Map<String, List<String>> filters,
        long hits,
        boolean again) {}
