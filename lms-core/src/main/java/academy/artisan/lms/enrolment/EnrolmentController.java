package academy.artisan.lms.enrolment;

import java.time.Instant;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.identity.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Beginning a course. */
@RestController
class EnrolmentController {

    record NewEnrolment(@NotNull CourseId courseId) {}

    record Enrolled(EnrolmentId enrolmentId, CourseId courseId, int version, Instant enrolledAt) {}

    private final Enrolments enrolments;

    EnrolmentController(Enrolments enrolments) {
        this.enrolments = enrolments;
    }

    /** 201 for a new enrolment, 200 with the same one when asked again. */
    @PostMapping("/api/v1/enrolments")
    ResponseEntity<Enrolled> enrol(Caller caller, @Valid @RequestBody NewEnrolment request) {
        var outcome = enrolments.enrol(caller.personId(), request.courseId());
        var enrolment = outcome.enrolment();
        return ResponseEntity.status(outcome.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(new Enrolled(
                        enrolment.enrolmentId(), enrolment.courseId(), enrolment.version(), enrolment.enrolledAt()));
    }
}
