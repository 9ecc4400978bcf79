package academy.artisan.lms.authoring.review;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import academy.artisan.lms.authoring.TeachingGroups;
import academy.artisan.lms.authoring.draft.CourseDraft;
import academy.artisan.lms.authoring.draft.CourseDrafts;
import academy.artisan.lms.authoring.draft.Revisions;
import academy.artisan.lms.authoring.outline.Difference;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.support.NotFound;
import org.springframework.stereotype.Service;

/** What is known of reviews: who may read one, and whether a draft was approved as it is. */
@Service
public class Reviewing {

    private static final Set<Review.State> WITHDRAWN = Set.of(Review.State.WITHDRAWN);

    private final TeachingGroups groups;
    private final CourseDrafts drafts;
    private final Revisions revisions;
    private final Reviews reviews;
    private final Decisions decisions;
    private final OpenComments comments;

    Reviewing(
            TeachingGroups groups,
            CourseDrafts drafts,
            Revisions revisions,
            Reviews reviews,
            Decisions decisions,
            OpenComments comments) {
        this.groups = groups;
        this.drafts = drafts;
        this.revisions = revisions;
        this.reviews = reviews;
        this.decisions = decisions;
        this.comments = comments;
    }

    /**
     * A review, for those who review at all and for members of its group.
     *
     * @throws NotFound for everybody else
     */
    public Review read(Caller caller, ReviewId reviewId) {
        var review = reviews.get(reviewId);
        if (!groups.mayReview(caller) && !groups.mayRead(caller, review.groupId())) {
            throw new NotFound("review", reviewId);
        }
        return review;
    }

    public StageDecisions decisions(ReviewId reviewId) {
        return decisions.of(reviewId);
    }

    /** The review before this one that approved the course as it was then. */
    public Optional<Review> approvedBefore(Review review) {
        return reviews.approvedBefore(review);
    }

    /**
     * The evidence that the draft was approved exactly as it is, by every stage of a review.
     *
     * @throws CommentsOpen if it was, but comments that must be resolved are not
     * @throws ApprovalMissing if nothing of it was ever approved, or what is there was, but something else was sent
     *     back since
     * @throws ApprovalStale if it is not what was approved, naming the parts that are different
     */
    public Approval requireApproval(CourseDraft draft) {
        return approval(draft).orElseThrow(() -> notApproved(draft));
    }

    /** The same, if there is such evidence. */
    public Optional<Approval> approval(CourseDraft draft) {
        return approved(draft, WITHDRAWN)
                .filter(ignored -> comments.thatMustBeResolved(draft.courseId()).isEmpty())
                .map(this::evidence);
    }

    /** What would approve the draft if the review that is open were withdrawn. */
    Optional<Review> approvedBeforeOpen(CourseDraft draft) {
        return approved(draft, Set.of(Review.State.WITHDRAWN, Review.State.OPEN))
                .filter(ignored -> comments.thatMustBeResolved(draft.courseId()).isEmpty());
    }

    /** Only the newest word counts: what was approved before something else was looked at is not what was meant. */
    private Optional<Review> approved(CourseDraft draft, Set<Review.State> discounted) {
        return reviews.standing(draft.courseId(), discounted)
                .filter(review -> review.state() == Review.State.APPROVED)
                .filter(review -> review.digest().equals(draft.digest()));
    }

    private Approval evidence(Review review) {
        var all = decisions.of(review.reviewId());
        var approvals = IntStream.rangeClosed(1, review.stages().size())
                .mapToObj(stage -> all.approval(stage, review.digest()).orElseThrow())
                .toList();
        return new Approval(review.reviewId(), review.digest(), review.revision(), approvals);
    }

    private RuntimeException notApproved(CourseDraft draft) {
        var open = comments.thatMustBeResolved(draft.courseId());
        if (approved(draft, WITHDRAWN).isPresent() && !open.isEmpty()) {
            return new CommentsOpen(open);
        }
        return reviews.lastApproved(draft.courseId())
                .filter(last -> !last.digest().equals(draft.digest()))
                .<RuntimeException>map(last -> new ApprovalStale(ChangedPart.in(changesSince(last.revision(), draft))))
                .orElseGet(ApprovalMissing::new);
    }

    /** What is different in the draft from one of its revisions; nothing if that is not on record. */
    Difference changesSince(int revision, CourseDraft draft) {
        return revisions
                .contentAt(draft.courseId(), revision)
                .map(seen -> Difference.between(draft.courseId(), seen, draft.content()))
                .orElse(new Difference(List.of()));
    }

    /** Notes beside the draft how its reviews stand. */
    public void note(CourseId courseId) {
        var isOpen = reviews.open(courseId).isPresent();
        var approved = reviews.standing(courseId, WITHDRAWN)
                .filter(review -> review.state() == Review.State.APPROVED)
                .filter(ignored -> comments.thatMustBeResolved(courseId).isEmpty())
                .map(Review::digest)
                .orElse(null);
        drafts.noteReview(courseId, isOpen, approved);
    }
}
