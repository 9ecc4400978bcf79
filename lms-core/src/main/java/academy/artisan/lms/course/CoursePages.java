package academy.artisan.lms.course;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Published versions as learners read them, with an address of the cover picture. */
@Component
public class CoursePages {

    private final Catalog catalog;
    private final Withdrawals withdrawals;
    private final FileLibrary files;

    CoursePages(Catalog catalog, Withdrawals withdrawals, FileLibrary files) {
        this.catalog = catalog;
        this.withdrawals = withdrawals;
        this.files = files;
    }

    /** The open version, if the course is open to this viewer. */
    CoursePage open(CourseId courseId, CourseViewer viewer) {
        return page(catalog.get(courseId, viewer), null);
    }

    /** A certain version, be it open or not; whoever calls has checked the right to read it. */
    public CoursePage of(CourseId courseId, int version) {
        return page(catalog.get(courseId, version), withdrawals.find(courseId).orElse(null));
    }

    private CoursePage page(CourseVersion course, @Nullable Withdrawn withdrawn) {
        var cover = course.attributes().coverId();
        return CoursePage.of(course, cover == null ? null : files.readUrl(cover), withdrawn);
    }
}
