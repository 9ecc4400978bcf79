package academy.artisan.lms.authoring.review;

import java.util.Map;

import academy.artisan.lms.audit.AuditTrail;
import academy.artisan.lms.audit.Subject;
import academy.artisan.lms.authoring.draft.CourseDraft;
import academy.artisan.lms.identity.PersonId;
import org.springframework.stereotype.Component;

/** Writes down what happens to reviews, and tells those whom it concerns. */
@Component
class ReviewNews {

    private final AuditTrail audit;

    ReviewNews(AuditTrail audit) {
        this.audit = audit;
    }

    void submitted(Review review, CourseDraft draft) {
        record(review.submittedBy(), "review-submitted", review, details(review));
    }

    void withdrawn(PersonId by, Review review) {
        record(by, "review-withdrawn", review, details(review));
    }

    void decided(StageDecision decision, Review after, CourseDraft draft) {
        record(
                decision.personId(),
                decision.isApproval() ? "review-approved" : "review-sent-back",
                after,
                Map.of(
                        "courseId", after.courseId(),
                        "round", decision.round(),
                        "stage", decision.stage(),
                        "kind", decision.kind(),
                        "revision", decision.revision(),
                        "digest", decision.digest(),
                        "state", after.state()));
    }

    private static Map<String, ?> details(Review review) {
        return Map.of(
                "courseId", review.courseId(),
                "round", review.round(),
                "stage", review.stage(),
                "revision", review.revision(),
                "digest", review.digest());
    }

    private void record(PersonId by, String action, Review review, Map<String, ?> details) {
        audit.record(by, action, Subject.of("review", review.reviewId(), review.groupId()), details);
    }
}
