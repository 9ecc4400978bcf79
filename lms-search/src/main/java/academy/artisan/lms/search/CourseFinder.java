package academy.artisan.lms.search;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

import academy.artisan.lms.search.SearchProperties.WithoutIndex;
import org.springframework.stereotype.Service;

/**
 * Finds courses, whether Elasticsearch is there or not. Once it did not answer, nobody waits for it for a few seconds:
 * a search that hangs would keep everybody who searches.
 */
@Service
class CourseFinder {

    private static final Duration LEFT_ALONE = Duration.ofSeconds(3);

    private final CourseSearch search;
    private final CourseSuggestions suggestions;
    private final ReducedSearch reduced;
    private final SearchProperties properties;
    private final Clock clock;
    private volatile Instant askAgain = Instant.MIN;

    CourseFinder(
            CourseSearch search,
            CourseSuggestions suggestions,
            ReducedSearch reduced,
            SearchProperties properties,
            Clock clock) {
        this.search = search;
        this.suggestions = suggestions;
        this.reduced = reduced;
        this.properties = properties;
        this.clock = clock;
    }

    /** @throws SearchUnavailable for a further page, too: what came before it was found in another way */
    FoundCourses find(CourseQuery query) {
        return query.after() == null
                ? withoutIndex(() -> search.find(query), () -> reduced.find(query))
                : search.find(query);
    }

    Suggestions suggest(String beginning, List<String> audience, int limit) {
        return withoutIndex(
                () -> suggestions.of(beginning, audience, limit), () -> reduced.suggest(beginning, audience, limit));
    }

    private <T> T withoutIndex(Supplier<T> usual, Supplier<T> instead) {
        if (properties.withoutIndex() == WithoutIndex.UNAVAILABLE) {
            return usual.get();
        }
        if (clock.instant().isBefore(askAgain)) {
            return instead.get();
        }
        try {
            return usual.get();
        } catch (SearchUnavailable away) {
            askAgain = clock.instant().plus(LEFT_ALONE);
            return instead.get();
        }
    }
}
