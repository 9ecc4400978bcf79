package academy.artisan.lms.progress.evidence;

import java.net.URI;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.enrolment.EnrolmentId;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.support.Page;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Comparing progress with its evidence, for administrators. */
@RestController
@RequestMapping("/api/v1/progress/evidence-checks")
class EvidenceCheckController {

    /** Neither means everything. */
    record NewEvidenceCheck(
            @Nullable EnrolmentId enrolmentId, @Nullable CourseId courseId) {}

    private final EvidenceChecks checks;

    EvidenceCheckController(EvidenceChecks checks) {
        this.checks = checks;
    }

    @PostMapping
    ResponseEntity<EvidenceCheck> ask(Caller caller, @RequestBody NewEvidenceCheck request) {
        var check = checks.ask(caller, request.enrolmentId(), request.courseId());
        return ResponseEntity.created(URI.create("/api/v1/progress/evidence-checks/" + check.checkId()))
                .body(check);
    }

    @GetMapping
    Page<EvidenceCheck> page(
            Caller caller,
            @RequestParam(required = false) @Nullable EvidenceCheckId after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        return checks.page(caller, after, limit);
    }

    @GetMapping("/{checkId}")
    EvidenceCheck get(Caller caller, @PathVariable EvidenceCheckId checkId) {
        return checks.get(caller, checkId);
    }
}
