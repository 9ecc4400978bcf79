package academy.artisan.lms.course;

import org.springframework.stereotype.Component;

/** Published versions as learners read them, with an address of the cover picture. */
@Component
public class CoursePages {

    private final Catalog catalog;
    private final FileLibrary files;

    CoursePages(Catalog catalog, FileLibrary files) {
        this.catalog = catalog;
        this.files = files;
    }

    /** The open version. */
    CoursePage open(CourseId courseId) {
        return page(catalog.get(courseId));
    }

    /** A certain version, be it open or not; whoever calls has checked the right to read it. */
    public CoursePage of(CourseId courseId, int version) {
        return page(catalog.get(courseId, version));
    }

    private CoursePage page(CourseVersion course) {
        var cover = course.attributes().coverId();
        return CoursePage.of(course, cover == null ? null : files.readUrl(cover));
    }
}
