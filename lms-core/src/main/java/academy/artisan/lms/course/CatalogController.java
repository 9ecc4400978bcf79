package academy.artisan.lms.course;

import academy.artisan.lms.identity.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The course page. */
@RestController
class CatalogController {

    private final CoursePages pages;
    private final CourseViewers viewers;

    CatalogController(CoursePages pages, CourseViewers viewers) {
        this.pages = pages;
        this.viewers = viewers;
    }

    @GetMapping("/api/v1/catalog/courses/{courseId}")
    CoursePage course(Caller caller, @PathVariable CourseId courseId) {
        return pages.open(courseId, viewers.of(caller));
    }
}
