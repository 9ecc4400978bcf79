package academy.artisan.lms.search.suggest;

import java.time.Duration;
import java.util.List;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.stereotype.Component;

/**
 * Remembers for a second which queries find a course that is open to everyone: then whoever types the beginning of one
 * may be shown it, without another look.
 */
@Component
class OpenQueries {

    private static final int MOST = 5_000;

    private final Cache<String, Boolean> open = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(Duration.ofSeconds(1))
            .build();

    List<String> notAmong(List<String> queries) {
        return queries.stream()
                .filter(query -> open.getIfPresent(query) == null)
                .toList();
    }

    void add(String query) {
        open.put(query, true);
    }
}
