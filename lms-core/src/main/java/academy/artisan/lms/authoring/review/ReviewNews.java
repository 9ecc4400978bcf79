package academy.artisan.lms.authoring.review;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import academy.artisan.lms.audit.AuditTrail;
import academy.artisan.lms.audit.Subject;
import academy.artisan.lms.authoring.draft.CourseDraft;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.notification.Notices;
import org.springframework.stereotype.Component;

/** Writes down what happens to reviews, and tells those whom it concerns. */
@Component
class ReviewNews {

    private final AuditTrail audit;
    private final Notices notices;
    private final Reviewers reviewers;
    private final StageAudience audience;

    ReviewNews(AuditTrail audit, Notices notices, Reviewers reviewers, StageAudience audience) {
        this.audit = audit;
        this.notices = notices;
        this.reviewers = reviewers;
        this.audience = audience;
    }

    void submitted(Review review, CourseDraft draft) {
        record(review.submittedBy(), "review-submitted", review, details(review));
        askForDecision(review, draft);
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
        if (after.isOpen()) {
            askForDecision(after, draft);
        } else {
            tellAuthors(decision, after, draft);
        }
    }

    private void askForDecision(Review review, CourseDraft draft) {
        tell(
                audience.of(review, draft.publishedRevision()),
                "review-waits",
                key(review, review.stage()),
                review,
                draft);
    }

    private void tellAuthors(StageDecision decision, Review after, CourseDraft draft) {
        var authors = new HashSet<>(reviewers.authors(after, draft.publishedRevision()));
        authors.remove(decision.personId());
        var kind = decision.isApproval() ? "review-approved" : "review-sent-back";
        tell(authors, kind, key(after, decision.stage()), after, draft);
    }

    private void tell(Set<PersonId> people, String kind, String key, Review review, CourseDraft draft) {
        notices.tell(people, kind, key, List.of(draft.content().title()), "/api/v1/reviews/" + review.reviewId());
    }

    private static String key(Review review, int stage) {
        return "%s/%d/%d".formatted(review.reviewId(), review.round(), stage);
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
