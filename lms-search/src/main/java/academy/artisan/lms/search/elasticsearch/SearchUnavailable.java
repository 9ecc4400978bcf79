package academy.artisan.lms.search.elasticsearch;

import java.time.Duration;

import academy.artisan.lms.support.Problem;

/** Elasticsearch cannot be asked at the moment; everything else works, and the index catches up by itself. */
public class SearchUnavailable extends Problem {

    public SearchUnavailable(Throwable cause) {
        super(Kind.UNAVAILABLE, "Elasticsearch cannot answer: " + cause.getMessage(), cause);
    }

    @Override
    public Duration retryAfter() {
        return Duration.ofSeconds(5);
    }
}
