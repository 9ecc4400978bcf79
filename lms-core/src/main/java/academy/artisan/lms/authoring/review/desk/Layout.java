package academy.artisan.lms.authoring.review.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

import academy.artisan.lms.authoring.draft.CourseDraft;
import academy.artisan.lms.authoring.outline.Change;
import academy.artisan.lms.authoring.outline.Difference;
import academy.artisan.lms.authoring.outline.Part;
import academy.artisan.lms.authoring.review.Review;
import academy.artisan.lms.authoring.review.StageDecision;
import academy.artisan.lms.authoring.review.StageDecisions;
import academy.artisan.lms.authoring.review.comment.Comment;
import academy.artisan.lms.course.CourseContent;
import academy.artisan.lms.identity.PersonId;

/** Puts together what was read of a review. */
record Layout(
        Review review,
        CourseDraft draft,
        CourseContent submitted,
        StageDecisions decisions,
        List<Comment> said,
        Map<PersonId, String> names,
        boolean isForMember) {

    FullReview view(boolean mayDecide, int stage, Optional<Baselines.Baseline> baseline, Instant now) {
        var parts = Part.of(review.courseId(), submitted);
        var look = look(stage, baseline);
        return new FullReview(
                review.reviewId(),
                review.courseId(),
                review.groupId(),
                submitted.title(),
                review.state(),
                review.digest(),
                review.revision(),
                review.round(),
                stages(),
                review.stage(),
                review.submittedBy(),
                names.get(review.submittedBy()),
                review.submittedAt(),
                review.waitingSince(),
                review.isOpen() ? Duration.between(review.waitingSince(), now).toDays() : null,
                review.isOpen() && !review.digest().equals(draft.digest()),
                review.isOpen() ? changesSinceSubmitted() : List.of(),
                mayDecide,
                look,
                new PartViews(parts, look.changes(), said, baseline.isPresent()).all(),
                (int) said.stream().filter(Comment::isOpen).count(),
                said.stream().map(comment -> comment(comment, parts)).toList());
    }

    private FullReview.Look look(int stage, Optional<Baselines.Baseline> baseline) {
        var nothing = CourseContent.of(submitted.attributes(), List.of());
        return new FullReview.Look(
                stage,
                baseline.map(Baselines.Baseline::revision).orElse(null),
                baseline.map(Baselines.Baseline::version).orElse(null),
                changes(baseline.map(Baselines.Baseline::content).orElse(nothing), submitted));
    }

    /** Others than members of the group learn which parts are not as submitted, not what they say by now. */
    private List<Change> changesSinceSubmitted() {
        var changes = changes(submitted, draft.content());
        return isForMember ? changes : changes.stream().map(Layout::namesOnly).toList();
    }

    private static Change namesOnly(Change change) {
        return change instanceof Change.Edited(var kind, var part, var title, var ignored, var after)
                ? new Change.Edited(kind, part, title, List.of(), after)
                : change;
    }

    private List<Change> changes(CourseContent before, CourseContent after) {
        return Difference.between(review.courseId(), before, after).changes();
    }

    private List<FullReview.StageView> stages() {
        return IntStream.rangeClosed(1, review.stages().size())
                .mapToObj(number -> new FullReview.StageView(
                        number,
                        review.stages().get(number - 1),
                        stateOf(number),
                        decisions.of(number).stream().map(this::decision).toList()))
                .toList();
    }

    private StageState stateOf(int number) {
        if (decisions.approval(number, review.digest()).isPresent()) {
            return StageState.APPROVED;
        }
        if (number != review.stage()) {
            return StageState.LATER;
        }
        return switch (review.state()) {
            case OPEN -> StageState.WAITING;
            case REJECTED -> StageState.SENT_BACK;
            case APPROVED, WITHDRAWN -> StageState.LATER;
        };
    }

    private FullReview.DecisionView decision(StageDecision decision) {
        return new FullReview.DecisionView(
                decision.round(),
                decision.decision(),
                decision.personId(),
                names.get(decision.personId()),
                decision.groupId(),
                decision.decidedAt(),
                decision.revision(),
                decision.digest(),
                decision.comments());
    }

    private FullReview.CommentView comment(Comment comment, Map<UUID, Part> parts) {
        return new FullReview.CommentView(
                comment.commentId(),
                comment.reviewId(),
                comment.round(),
                comment.partId(),
                comment.kind(),
                comment.title(),
                comment.partId() != null && !parts.containsKey(comment.partId()),
                comment.field(),
                comment.quote(),
                comment.text(),
                comment.mustResolve(),
                comment.personId(),
                names.get(comment.personId()),
                comment.commentedAt(),
                comment.resolvedBy(),
                comment.resolvedAt(),
                comment.answers().stream().map(this::answer).toList());
    }

    private FullReview.AnswerView answer(Comment.Answer answer) {
        return new FullReview.AnswerView(
                answer.answerId(), answer.personId(), names.get(answer.personId()), answer.answeredAt(), answer.text());
    }
}
