package academy.artisan.lms.course;

import java.time.Instant;
import java.util.List;

import academy.artisan.lms.identity.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The course page. */
@RestController
class CatalogController {

    record LessonLine(LessonId id, String title, LessonKind kind, int durationSeconds) {}

    record SectionLines(SectionId id, String title, List<LessonLine> lessons) {}

    record PublishedCourse(
            CourseId courseId,
            int version,
            String digest,
            String title,
            String summary,
            String level,
            List<String> tags,
            String field,
            GroupId groupId,
            String groupName,
            int durationSeconds,
            Instant publishedAt,
            List<SectionLines> sections) {

        static PublishedCourse of(CourseVersion course) {
            return new PublishedCourse(
                    course.courseId(),
                    course.version(),
                    course.digest(),
                    course.title(),
                    course.summary(),
                    course.level(),
                    course.tags(),
                    course.field(),
                    course.groupId(),
                    course.groupName(),
                    course.durationSeconds(),
                    course.publishedAt(),
                    course.sections().stream()
                            .map(section -> new SectionLines(
                                    section.id(),
                                    section.title(),
                                    section.lessons().stream()
                                            .map(PublishedCourse::line)
                                            .toList()))
                            .toList());
        }

        private static LessonLine line(Lesson lesson) {
            return new LessonLine(lesson.id(), lesson.title(), lesson.kind(), lesson.durationSeconds());
        }
    }

    private final Catalog catalog;

    CatalogController(Catalog catalog) {
        this.catalog = catalog;
    }

    @GetMapping("/api/v1/catalog/courses/{courseId}")
    PublishedCourse course(Caller caller, @PathVariable CourseId courseId) {
        return PublishedCourse.of(catalog.get(courseId));
    }
}
