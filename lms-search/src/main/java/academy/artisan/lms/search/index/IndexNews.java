package academy.artisan.lms.search.index;

import java.util.List;
import java.util.concurrent.Semaphore;

import academy.artisan.lms.course.CourseId;
import org.springframework.stereotype.Component;

/**
 * Brings news into an index. It only says where to look: what counts is how the course stands now. No transaction waits
 * for Elasticsearch, and only a few threads do.
 */
@Component
public class IndexNews {

    private static final int AT_ONCE = 4;

    private final Semaphore turns = new Semaphore(AT_ONCE);
    private final Indices indices;

    IndexNews(Indices indices) {
        this.indices = indices;
    }

    public void follow(Contents contents, CourseId courseId) {
        turns.acquireUninterruptibly();
        try {
            indices.of(contents.name()).put(List.of(contents.of(courseId)));
        } finally {
            turns.release();
        }
    }
}
