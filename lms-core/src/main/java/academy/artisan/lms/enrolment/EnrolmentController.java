package academy.artisan.lms.enrolment;

import java.time.Instant;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.CoursePage;
import academy.artisan.lms.course.CoursePages;
import academy.artisan.lms.identity.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Beginning a course, and reading the version that one takes. */
@RestController
class EnrolmentController {

    record NewEnrolment(@NotNull CourseId courseId) {}

    record Enrolled(EnrolmentId enrolmentId, CourseId courseId, int version, Instant enrolledAt) {}

    private final Enrolments enrolments;
    private final CoursePages pages;

    EnrolmentController(Enrolments enrolments, CoursePages pages) {
        this.enrolments = enrolments;
        this.pages = pages;
    }

    /** 201 for a new enrolment, 200 with the same one when asked again. */
    @PostMapping("/api/v1/enrolments")
    ResponseEntity<Enrolled> enrol(Caller caller, @Valid @RequestBody NewEnrolment request) {
        var outcome = enrolments.enrol(caller, request.courseId());
        var enrolment = outcome.enrolment();
        return ResponseEntity.status(outcome.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(new Enrolled(
                        enrolment.enrolmentId(), enrolment.courseId(), enrolment.version(), enrolment.enrolledAt()));
    }

    /** The course in the version that the learner takes, be it open, withdrawn or replaced by a newer one. */
    @GetMapping("/api/v1/enrolments/{enrolmentId}/course")
    CoursePage course(Caller caller, @PathVariable EnrolmentId enrolmentId) {
        var enrolment = enrolments.get(caller, enrolmentId);
        return pages.of(enrolment.courseId(), enrolment.version());
    }
}
