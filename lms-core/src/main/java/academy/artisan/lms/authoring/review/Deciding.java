package academy.artisan.lms.authoring.review;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import academy.artisan.lms.authoring.TeachingGroups;
import academy.artisan.lms.authoring.draft.CourseDraft;
import academy.artisan.lms.authoring.draft.CourseDrafts;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.support.InvalidFields;
import academy.artisan.lms.support.NotAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What reviewers do: approve what they saw, stage after stage, or send it back. */
@Service
class Deciding {

    /**
     * What a reviewer says.
     *
     * @param digest of the content that the reviewer saw; absent if it was submitted only once, or is sent back
     * @param stage that the reviewer decides, counted from 1; absent if it is whichever has its turn
     */
    record Saying(
            StageDecision.Verdict decision,
            @Nullable String comments,
            @Nullable String digest,
            @Nullable Integer stage) {

        boolean approves() {
            return decision == StageDecision.Verdict.APPROVE;
        }
    }

    private final TeachingGroups groups;
    private final CourseDrafts drafts;
    private final Reviewing reviewing;
    private final Reviews reviews;
    private final Decisions decisions;
    private final Reviewers reviewers;
    private final OpenComments comments;
    private final ReviewNews news;
    private final Clock clock;

    Deciding(
            TeachingGroups groups,
            CourseDrafts drafts,
            Reviewing reviewing,
            Reviews reviews,
            Decisions decisions,
            Reviewers reviewers,
            OpenComments comments,
            ReviewNews news,
            Clock clock) {
        this.groups = groups;
        this.drafts = drafts;
        this.reviewing = reviewing;
        this.reviews = reviews;
        this.decisions = decisions;
        this.reviewers = reviewers;
        this.comments = comments;
        this.news = news;
        this.clock = clock;
    }

    /** Decides for the stage whose turn it is. While somebody else does the same, the draft is locked. */
    @Transactional
    public Review decide(Caller caller, ReviewId reviewId, Saying saying) {
        var seen = reviewing.read(caller, reviewId);
        if (!groups.mayReview(caller)) {
            throw new NotAllowed("Only leads and reviewers decide on a review");
        }
        var draft = drafts.lock(seen.courseId());
        var review = reviews.get(reviewId);
        requireTurn(review, seen, saying);
        var before = decisions.of(reviewId);
        var right = reviewers.require(caller, review, before, draft);
        requireSeen(review, draft, saying);
        if (saying.approves()) {
            requireNamed(review, saying);
            requireApprovable(review, draft);
        }
        var decision = decision(review, saying, caller, right);
        decisions.add(decision);
        var after = outcome(review, decision, before.and(decision));
        reviews.advance(after);
        reviewing.note(review.courseId());
        news.decided(decision, after, draft);
        return after;
    }

    /** Who meant a stage that somebody else decided meanwhile does not decide the next one by mistake. */
    private static void requireTurn(Review review, Review seen, Saying saying) {
        var meant = saying.stage() == null ? seen.stage() : saying.stage();
        if (!review.isOpen() || review.stage() != meant || review.round() != seen.round()) {
            throw new ReviewDecided();
        }
    }

    private void requireSeen(Review review, CourseDraft draft, Saying saying) {
        if (saying.digest() != null && !saying.digest().equals(review.digest())) {
            throw new ReviewStale(ChangedPart.in(reviewing.changesSince(review.revision(), draft)));
        }
    }

    /** What was submitted again may have been so after the reviewer read it: an approval says what it is of. */
    private static void requireNamed(Review review, Saying saying) {
        if (review.round() > 1 && saying.digest() == null) {
            throw new InvalidFields("digest", "DigestOfWhatWasSeen", "must be named when content is submitted again");
        }
    }

    private void requireApprovable(Review review, CourseDraft draft) {
        if (!draft.digest().equals(review.digest())) {
            throw new ReviewStale(ChangedPart.in(reviewing.changesSince(review.revision(), draft)));
        }
        var open = comments.thatMustBeResolved(review.courseId());
        if (!open.isEmpty()) {
            throw new CommentsOpen(open);
        }
    }

    private StageDecision decision(Review review, Saying saying, Caller caller, Reviewers.Right right) {
        return new StageDecision(
                review.reviewId(),
                review.round(),
                review.stage(),
                review.kind(),
                review.revision(),
                review.digest(),
                saying.decision(),
                caller.personId(),
                right.groupId(),
                now(),
                saying.comments());
    }

    private static Review outcome(Review review, StageDecision decision, StageDecisions all) {
        if (!decision.isApproval()) {
            return review.in(Review.State.REJECTED);
        }
        return all.nextStage(review.stages().size(), review.digest())
                .map(stage -> review.at(stage, decision.decidedAt()))
                .orElseGet(() -> review.in(Review.State.APPROVED));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
