package academy.artisan.lms.search.index;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.search.elasticsearch.SearchUnavailable;
import org.springframework.stereotype.Component;

/**
 * Brings news into an index. It only says where to look: what counts is how the course stands now. No transaction waits
 * for Elasticsearch, and only a few threads do.
 */
@Component
public class IndexNews {

    private static final int AT_ONCE = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Semaphore turns = new Semaphore(AT_ONCE);
    private final Indices indices;

    IndexNews(Indices indices) {
        this.indices = indices;
    }

    /**
     * Brings the index up to date with a course.
     *
     * @throws SearchUnavailable if that cannot be now; the news is brought again
     */
    public void follow(Contents contents, CourseId courseId) {
        takeTurn();
        try {
            indices.of(contents.name()).put(List.of(contents.of(courseId)));
        } finally {
            turns.release();
        }
    }

    private void takeTurn() {
        try {
            if (!turns.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new SearchUnavailable(new TimeoutException("Others wait for it already"));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new SearchUnavailable(stopped);
        }
    }
}
