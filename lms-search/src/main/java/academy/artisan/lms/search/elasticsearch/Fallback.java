package academy.artisan.lms.search.elasticsearch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

import academy.artisan.lms.search.SearchProperties;
import academy.artisan.lms.search.SearchProperties.WithoutIndex;
import org.springframework.stereotype.Component;

/**
 * Answers without Elasticsearch while that is away. Once it did not answer, nobody waits for it for a few seconds: a
 * search that hangs would keep everybody who searches.
 */
@Component
public class Fallback {

    private static final Duration LEFT_ALONE = Duration.ofSeconds(3);

    private final SearchProperties properties;
    private final Clock clock;
    private volatile Instant askAgain = Instant.MIN;

    Fallback(SearchProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * The usual answer, or the other one.
     *
     * @throws SearchUnavailable if nothing else is to be answered
     */
    public <T> T ask(Supplier<T> usual, Supplier<T> instead) {
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
