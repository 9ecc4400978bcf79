package academy.artisan.lms.search.index;

import academy.artisan.lms.course.CoursePublished;
import academy.artisan.lms.course.CourseRestored;
import academy.artisan.lms.course.CourseShared;
import academy.artisan.lms.course.CourseWithdrawn;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Keeps in the index what is in the catalogue, as soon as that changes. What fails here is delivered again. */
@Component
class CourseNews {

    private final CourseContents contents;
    private final IndexNews news;

    CourseNews(CourseContents contents, IndexNews news) {
        this.contents = contents;
        this.news = news;
    }

    @Async
    @TransactionalEventListener(id = "search.index-course")
    void on(CoursePublished event) {
        news.follow(contents, event.courseId());
    }

    @Async
    @TransactionalEventListener(id = "search.remove-withdrawn-course")
    void on(CourseWithdrawn event) {
        news.follow(contents, event.courseId());
    }

    @Async
    @TransactionalEventListener(id = "search.index-restored-course")
    void on(CourseRestored event) {
        news.follow(contents, event.courseId());
    }

    @Async
    @TransactionalEventListener(id = "search.index-shared-course")
    void on(CourseShared event) {
        news.follow(contents, event.courseId());
    }
}
