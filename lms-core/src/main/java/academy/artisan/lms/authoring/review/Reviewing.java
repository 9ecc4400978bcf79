package academy.artisan.lms.authoring.review;

import java.util.Set;
import java.util.stream.Collectors;

import academy.artisan.lms.authoring.TeachingGroups;
import academy.artisan.lms.authoring.draft.ContentChecks;
import academy.artisan.lms.authoring.draft.CourseDraft;
import academy.artisan.lms.authoring.draft.CourseDrafts;
import academy.artisan.lms.authoring.draft.DraftAccess;
import academy.artisan.lms.authoring.draft.Revisions;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.support.NotAllowed;
import academy.artisan.lms.support.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Submission of drafts, and the decisions on them. */
@Service
public class Reviewing {

    private final TeachingGroups groups;
    private final CourseDrafts drafts;
    private final DraftAccess access;
    private final Revisions revisions;
    private final ContentChecks checks;
    private final Reviews reviews;

    Reviewing(
            TeachingGroups groups,
            CourseDrafts drafts,
            DraftAccess access,
            Revisions revisions,
            ContentChecks checks,
            Reviews reviews) {
        this.groups = groups;
        this.drafts = drafts;
        this.access = access;
        this.revisions = revisions;
        this.checks = checks;
        this.reviews = reviews;
    }

    /** Submits the draft as it is now; the same content again is the same review. */
    @Transactional
    public Review submit(Caller caller, CourseId courseId) {
        var draft = access.writable(caller, drafts.lock(courseId));
        checks.requireComplete(draft);
        var review = reviews.open(courseId, draft.digest())
                .orElseGet(() -> reviews.add(courseId, draft.digest(), caller.personId()));
        note(draft);
        return review;
    }

    /** Decides on what was submitted, unless the draft is another by now or the caller had a hand in it. */
    @Transactional
    public Review decide(Caller caller, ReviewId reviewId, Review.Decision decision, @Nullable String comments) {
        var review = read(caller, reviewId);
        if (!groups.mayReview(caller)) {
            throw new NotAllowed("Only leads and reviewers decide on a review");
        }
        if (review.submittedBy().equals(caller.personId())
                || revisions.hasEdited(caller.personId(), review.courseId(), 0)) {
            throw new NoReviewOfOwnWork();
        }
        var draft = drafts.lock(review.courseId());
        if (decision == Review.Decision.APPROVE && !draft.digest().equals(review.digest())) {
            throw new ReviewStale();
        }
        reviews.decide(reviewId, decision, caller.personId(), comments);
        note(draft);
        return reviews.get(reviewId);
    }

    public Review read(Caller caller, ReviewId reviewId) {
        var review = reviews.get(reviewId);
        if (!groups.mayReview(caller)
                && !groups.mayRead(caller, drafts.get(review.courseId()).groupId())) {
            throw new NotFound("review", reviewId);
        }
        return review;
    }

    /** The digests of all content of this course that was approved. */
    public Set<String> approved(CourseId courseId) {
        return reviews.of(courseId).stream()
                .filter(review -> review.state() == Review.State.APPROVED)
                .map(Review::digest)
                .collect(Collectors.toSet());
    }

    private void note(CourseDraft draft) {
        var all = reviews.of(draft.courseId());
        var isOpen = all.stream().anyMatch(review -> review.state() == Review.State.OPEN);
        var approved = all.stream()
                .filter(review -> review.state() == Review.State.APPROVED)
                .findFirst()
                .map(Review::digest)
                .orElse(null);
        drafts.noteReview(draft.courseId(), isOpen, approved);
    }
}
