package academy.artisan.lms.progress.history;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.LessonId;
import academy.artisan.lms.identity.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What authors see of how their lessons are watched. */
@RestController
class HeatController {

    private final LessonHeat heat;

    HeatController(LessonHeat heat) {
        this.heat = heat;
    }

    @GetMapping("/api/v1/courses/{courseId}/lessons/{lessonId}/heat")
    LessonHeat.HeatLine heat(
            Caller caller,
            @PathVariable CourseId courseId,
            @PathVariable LessonId lessonId,
            @RequestParam(required = false) @Nullable Integer version) {
        return heat.of(caller, courseId, lessonId, version);
    }
}
