package academy.artisan.lms.search.passage;

import academy.artisan.lms.course.CaptionsChanged;
import academy.artisan.lms.course.Catalog;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.CoursePublished;
import academy.artisan.lms.course.CourseRestored;
import academy.artisan.lms.course.CourseShared;
import academy.artisan.lms.course.CourseWithdrawn;
import academy.artisan.lms.search.index.IndexNews;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Keeps in the index what is said in courses, as soon as that changes. What fails here is delivered again. */
@Component
class PassageNews {

    private final PassageContents contents;
    private final IndexNews news;
    private final Catalog catalog;

    PassageNews(PassageContents contents, IndexNews news, Catalog catalog) {
        this.contents = contents;
        this.news = news;
        this.catalog = catalog;
    }

    @Async
    @TransactionalEventListener(id = "search.index-passages")
    void on(CoursePublished event) {
        follow(event.courseId());
    }

    @Async
    @TransactionalEventListener(id = "search.remove-withdrawn-passages")
    void on(CourseWithdrawn event) {
        follow(event.courseId());
    }

    @Async
    @TransactionalEventListener(id = "search.index-restored-passages")
    void on(CourseRestored event) {
        follow(event.courseId());
    }

    @Async
    @TransactionalEventListener(id = "search.index-shared-passages")
    void on(CourseShared event) {
        follow(event.courseId());
    }

    /** A course that begins to show the video at this moment is read after its own news. */
    @Async
    @TransactionalEventListener(id = "search.index-captions")
    void on(CaptionsChanged event) {
        catalog.openWith(event.videoId()).forEach(this::follow);
    }

    private void follow(CourseId courseId) {
        news.follow(contents, courseId);
    }
}
