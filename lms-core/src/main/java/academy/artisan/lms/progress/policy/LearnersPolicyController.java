package academy.artisan.lms.progress.policy;

import academy.artisan.lms.enrolment.EnrolmentId;
import academy.artisan.lms.identity.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What is asked of a learner in a course, and by whom. */
@RestController
class LearnersPolicyController {

    private final LearnersPolicy policies;

    LearnersPolicyController(LearnersPolicy policies) {
        this.policies = policies;
    }

    @GetMapping("/api/v1/enrolments/{enrolmentId}/watch-policy")
    EffectivePolicy read(Caller caller, @PathVariable EnrolmentId enrolmentId) {
        return EffectivePolicy.of(policies.of(caller, enrolmentId));
    }
}
