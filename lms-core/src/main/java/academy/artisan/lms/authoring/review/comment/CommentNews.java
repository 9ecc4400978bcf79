package academy.artisan.lms.authoring.review.comment;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import academy.artisan.lms.audit.AuditTrail;
import academy.artisan.lms.audit.Subject;
import academy.artisan.lms.authoring.draft.CourseDraft;
import academy.artisan.lms.authoring.review.Review;
import academy.artisan.lms.authoring.review.Reviewers;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.notification.Notices;
import academy.artisan.lms.support.Ids;
import org.springframework.stereotype.Component;

/** Writes down what is said, and tells those whom it concerns. */
@Component
class CommentNews {

    private final AuditTrail audit;
    private final Notices notices;
    private final Reviewers reviewers;

    CommentNews(AuditTrail audit, Notices notices, Reviewers reviewers) {
        this.audit = audit;
        this.notices = notices;
        this.reviewers = reviewers;
    }

    void added(Comment comment, Review review, CourseDraft draft) {
        record(comment.personId(), "comment-added", comment, draft);
        var authors = new HashSet<>(reviewers.authors(review, draft.publishedRevision()));
        authors.remove(comment.personId());
        var key = comment.commentId().toString();
        notices.tell(authors, "review-commented", key, List.of(title(comment, draft)), link(comment));
    }

    void answered(PersonId by, Comment comment, CourseDraft draft) {
        record(by, "comment-answered", comment, draft);
        var concerned = Stream.concat(
                        Stream.of(comment.personId()),
                        comment.answers().stream().map(Comment.Answer::personId))
                .filter(person -> !person.equals(by))
                .collect(Collectors.toSet());
        var key = Ids.next().toString();
        notices.tell(concerned, "comment-answered", key, List.of(title(comment, draft)), link(comment));
    }

    void resolved(PersonId by, Comment comment, CourseDraft draft, boolean isResolved) {
        record(by, isResolved ? "comment-resolved" : "comment-reopened", comment, draft);
    }

    private void record(PersonId by, String action, Comment comment, CourseDraft draft) {
        var details = comment.partId() == null
                ? Map.of("courseId", draft.courseId(), "commentId", comment.commentId())
                : Map.of("courseId", draft.courseId(), "commentId", comment.commentId(), "partId", comment.partId());
        audit.record(by, action, Subject.of("review", comment.reviewId(), draft.groupId()), details);
    }

    private static String title(Comment comment, CourseDraft draft) {
        return Objects.requireNonNullElse(comment.title(), draft.content().title());
    }

    private static String link(Comment comment) {
        return "/api/v1/reviews/" + comment.reviewId();
    }
}
