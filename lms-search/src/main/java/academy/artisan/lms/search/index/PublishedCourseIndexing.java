package academy.artisan.lms.search.index;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;

import academy.artisan.lms.course.Catalog;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.CoursePublished;
import academy.artisan.lms.course.CourseRestored;
import academy.artisan.lms.course.CourseShared;
import academy.artisan.lms.course.CourseWithdrawn;
import academy.artisan.lms.course.Listing;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Keeps in the index what is in the catalogue, as soon as that changes. News only says where to look: what counts is
 * how the course stands now. What fails here is delivered again. No transaction waits for Elasticsearch, and only a few
 * threads do.
 */
@Component
class PublishedCourseIndexing {

    private static final int AT_ONCE = 4;

    private final Semaphore turns = new Semaphore(AT_ONCE);
    private final Catalog catalog;
    private final CourseDocuments documents;
    private final CourseIndex index;

    PublishedCourseIndexing(Catalog catalog, CourseDocuments documents, CourseIndex index) {
        this.catalog = catalog;
        this.documents = documents;
        this.index = index;
    }

    @Async
    @TransactionalEventListener(id = "search.index-course")
    void on(CoursePublished event) {
        follow(event.courseId());
    }

    @Async
    @TransactionalEventListener(id = "search.remove-withdrawn-course")
    void on(CourseWithdrawn event) {
        follow(event.courseId());
    }

    @Async
    @TransactionalEventListener(id = "search.index-restored-course")
    void on(CourseRestored event) {
        follow(event.courseId());
    }

    @Async
    @TransactionalEventListener(id = "search.index-shared-course")
    void on(CourseShared event) {
        follow(event.courseId());
    }

    private void follow(CourseId courseId) {
        turns.acquireUninterruptibly();
        try {
            catalog.listing(courseId).ifPresent(this::follow);
        } finally {
            turns.release();
        }
    }

    private void follow(Listing listing) {
        if (listing.isWithdrawn()) {
            index.remove(Map.of(listing.course().courseId(), listing.change()));
        } else {
            index.put(documents.of(List.of(listing)));
        }
    }
}
