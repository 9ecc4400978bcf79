package academy.artisan.lms.search.shelf;

import java.util.List;

import academy.artisan.lms.course.Catalog;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.CoursePublished;
import academy.artisan.lms.course.CourseRestored;
import academy.artisan.lms.course.CourseShared;
import academy.artisan.lms.course.CourseWithdrawn;
import academy.artisan.lms.course.Listing;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Keeps on the shelf what is in the catalogue. News only says where to look. */
@Component
public class ShelfUpkeep {

    private static final int BATCH = 50;

    private final Catalog catalog;
    private final Shelf shelf;

    ShelfUpkeep(Catalog catalog, Shelf shelf) {
        this.catalog = catalog;
        this.shelf = shelf;
    }

    @ApplicationModuleListener(id = "search.shelve-published-course")
    void on(CoursePublished event) {
        follow(event.courseId());
    }

    @ApplicationModuleListener(id = "search.close-withdrawn-course")
    void on(CourseWithdrawn event) {
        follow(event.courseId());
    }

    @ApplicationModuleListener(id = "search.shelve-restored-course")
    void on(CourseRestored event) {
        follow(event.courseId());
    }

    @ApplicationModuleListener(id = "search.shelve-shared-course")
    void on(CourseShared event) {
        follow(event.courseId());
    }

    /** Those, too, that were published before there was a shelf. */
    public void shelveAll() {
        for (var batch = catalog.after(null, BATCH); !batch.isEmpty(); batch = after(batch.getLast())) {
            batch.forEach(shelf::put);
        }
    }

    private List<Listing> after(Listing last) {
        return catalog.after(last.course().courseId(), BATCH);
    }

    private void follow(CourseId courseId) {
        catalog.listing(courseId).ifPresent(shelf::put);
    }
}
