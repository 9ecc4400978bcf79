package academy.artisan.lms.authoring.draft;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.LessonId;
import academy.artisan.lms.identity.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A lesson of a draft as learners would see it, for authors and for who reviews the course. */
@RestController
class LessonPreviewController {

    private final Drafting drafting;
    private final LessonPreviews previews;

    LessonPreviewController(Drafting drafting, LessonPreviews previews) {
        this.drafting = drafting;
        this.previews = previews;
    }

    @GetMapping("/api/v1/courses/{courseId}/draft/lessons/{lessonId}/preview")
    LessonPreviews.LessonPreview preview(
            Caller caller, @PathVariable CourseId courseId, @PathVariable LessonId lessonId) {
        return previews.of(drafting.read(caller, courseId).content(), lessonId, caller.personId());
    }
}
