package academy.artisan.lms.authoring.review.desk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import academy.artisan.lms.authoring.ReviewStage;
import academy.artisan.lms.authoring.outline.Change;
import academy.artisan.lms.authoring.outline.PartKind;
import academy.artisan.lms.authoring.review.Review;
import academy.artisan.lms.authoring.review.ReviewId;
import academy.artisan.lms.authoring.review.StageDecision;
import academy.artisan.lms.authoring.review.comment.CommentId;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.identity.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A review with all that a reviewer or author wants to know of it.
 *
 * @param title of the course as it was submitted
 * @param stage whose turn it is, counted from 1
 * @param waitingDays for how many days it has been the turn of that stage; absent if nobody's turn it is
 * @param stale whether the draft was changed after it was submitted
 * @param changesSinceSubmitted what is different in the draft by now; it needs to be submitted again
 * @param mayDecide whether the caller may decide at this moment
 * @param changesSinceApproved what the caller's stage has to look at
 * @param parts all parts that are submitted, in order
 */
record FullReview(
        ReviewId reviewId,
        CourseId courseId,
        GroupId groupId,
        String title,
        Review.State state,
        String digest,
        int revision,
        int round,
        List<StageView> stages,
        int stage,
        PersonId submittedBy,
        @Nullable String submittedByName,
        Instant submittedAt,
        Instant waitingSince,
        @Nullable Long waitingDays,
        boolean stale,
        List<Change> changesSinceSubmitted,
        boolean mayDecide,
        Look changesSinceApproved,
        List<PartView> parts,
        int openComments,
        List<CommentView> comments) {

    record StageView(int number, ReviewStage kind, StageState state, List<DecisionView> decisions) {}

    /** @param digest of the content that was seen */
    record DecisionView(
            int round,
            StageDecision.Verdict decision,
            PersonId personId,
            @Nullable String personName,
            @Nullable GroupId groupId,
            Instant decidedAt,
            int revision,
            String digest,
            @Nullable String comments) {}

    /**
     * What is different from what was approved before; if nothing was, everything is new.
     *
     * @param stage the stage for which it is
     * @param revision the revision that was approved before, if it is a revision
     * @param version the published version that was approved before, if no approved revision is on record
     */
    record Look(
            int stage, @Nullable Integer revision, @Nullable Integer version, List<Change> changes) {}

    record PartView(UUID partId, PartKind kind, String title, Standing standing, int comments, int openComments) {}

    /** @param removed whether the part is not among those that are submitted */
    record CommentView(
            CommentId commentId,
            ReviewId reviewId,
            int round,
            @Nullable UUID partId,
            @Nullable PartKind kind,
            @Nullable String title,
            boolean removed,
            @Nullable String field,
            @Nullable String quote,
            String text,
            boolean mustResolve,
            PersonId personId,
            @Nullable String personName,
            Instant commentedAt,
            @Nullable PersonId resolvedBy,
            @Nullable Instant resolvedAt,
            List<AnswerView> answers) {}

    record AnswerView(
            UUID answerId, PersonId personId, @Nullable String personName, Instant answeredAt, String text) {}
}
