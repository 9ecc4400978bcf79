package academy.artisan.lms.search.index;

import academy.artisan.lms.authoring.DraftChanged;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Keeps in the index what authors write. What fails here is delivered again. */
@Component
class DraftNews {

    private final DraftContents contents;
    private final IndexNews news;

    DraftNews(DraftContents contents, IndexNews news) {
        this.contents = contents;
        this.news = news;
    }

    @Async
    @TransactionalEventListener(id = "search.index-draft")
    void on(DraftChanged event) {
        news.follow(contents, event.courseId());
    }
}
