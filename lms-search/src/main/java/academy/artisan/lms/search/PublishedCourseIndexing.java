package academy.artisan.lms.search;

import java.util.List;

import academy.artisan.lms.course.Catalog;
import academy.artisan.lms.course.CoursePublished;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Puts a course into the index as soon as it is published; what fails here is delivered again. */
@Component
class PublishedCourseIndexing {

    private final Catalog catalog;
    private final CourseIndex index;

    PublishedCourseIndexing(Catalog catalog, CourseIndex index) {
        this.catalog = catalog;
        this.index = index;
    }

    @ApplicationModuleListener(id = "search.index-course")
    void on(CoursePublished event) {
        var document = catalog.find(event.courseId()).map(CourseDocument::of);
        document.ifPresent(course -> index.put(List.of(course)));
    }
}
