package academy.artisan.lms.authoring.review.comment;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import academy.artisan.lms.authoring.TeachingGroups;
import academy.artisan.lms.authoring.draft.CourseDraft;
import academy.artisan.lms.authoring.draft.CourseDrafts;
import academy.artisan.lms.authoring.draft.Revisions;
import academy.artisan.lms.authoring.outline.Part;
import academy.artisan.lms.authoring.review.Review;
import academy.artisan.lms.authoring.review.ReviewDecided;
import academy.artisan.lms.authoring.review.ReviewId;
import academy.artisan.lms.authoring.review.Reviewers;
import academy.artisan.lms.authoring.review.Reviewing;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.support.Ids;
import academy.artisan.lms.support.InvalidFields;
import academy.artisan.lms.support.NotAllowed;
import academy.artisan.lms.support.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says, answers and settles; whoever may read a review may take part. The draft is locked against decisions. */
@Service
class Commenting {

    /** Most comments of a course that are open at a time. */
    static final int OPEN_COMMENTS = 500;

    /** Most answers to a comment. */
    static final int ANSWERS = 100;

    private final TeachingGroups groups;
    private final CourseDrafts drafts;
    private final Revisions revisions;
    private final Reviewing reviewing;
    private final Reviewers reviewers;
    private final Comments comments;
    private final Answers answers;
    private final CommentNews news;
    private final Clock clock;

    Commenting(
            TeachingGroups groups,
            CourseDrafts drafts,
            Revisions revisions,
            Reviewing reviewing,
            Reviewers reviewers,
            Comments comments,
            Answers answers,
            CommentNews news,
            Clock clock) {
        this.groups = groups;
        this.drafts = drafts;
        this.revisions = revisions;
        this.reviewing = reviewing;
        this.reviewers = reviewers;
        this.comments = comments;
        this.answers = answers;
        this.news = news;
        this.clock = clock;
    }

    /**
     * Comments on a part of what is reviewed.
     *
     * @throws ReviewDecided if the review is over
     * @throws TooMuchSaid if too many comments are open already
     * @throws InvalidFields if the course has no such part
     */
    @Transactional
    public Comment add(Caller caller, ReviewId reviewId, NewComment sent) {
        var draft = lock(caller, reviewId);
        var review = reviewing.read(caller, reviewId);
        if (!review.isOpen() && review.state() != Review.State.REJECTED) {
            throw new ReviewDecided();
        }
        requireRoom(comments.countOpen(review.courseId()), OPEN_COMMENTS);
        var part = part(review, draft, sent.partId());
        var comment = new Comment(
                CommentId.next(),
                review.courseId(),
                reviewId,
                review.round(),
                sent.partId(),
                part == null ? null : part.kind(),
                part == null ? null : part.title(),
                sent.field(),
                sent.quote(),
                sent.text(),
                sent.mustResolve(),
                caller.personId(),
                now(),
                null,
                null,
                List.of());
        comments.add(comment);
        news.added(comment, review, draft);
        return comment;
    }

    @Transactional
    public Comment answer(Caller caller, ReviewId reviewId, CommentId commentId, String text) {
        var draft = lock(caller, reviewId);
        var comment = get(draft, commentId);
        requireRoom(comment.answers().size(), ANSWERS);
        answers.add(commentId, new Comment.Answer(Ids.next(), caller.personId(), now(), text));
        news.answered(caller.personId(), comment, draft);
        return get(draft, commentId);
    }

    /** Settles a comment or opens it again; what is so already is no change. */
    @Transactional
    public Comment resolve(Caller caller, ReviewId reviewId, CommentId commentId, boolean isResolved) {
        var draft = lock(caller, reviewId);
        var comment = get(draft, commentId);
        if (comment.isOpen() != isResolved) {
            return comment;
        }
        if (isResolved && comment.mustResolve()) {
            requireIndependent(caller, reviewing.read(caller, reviewId), comment, draft);
        }
        var at = isResolved ? now().atOffset(ZoneOffset.UTC) : null;
        comments.setResolved(commentId, isResolved ? caller.personId() : null, at);
        reviewing.note(draft.courseId());
        news.resolved(caller.personId(), comment, draft, isResolved);
        return get(draft, commentId);
    }

    private static void requireRoom(int count, int limit) {
        if (count >= limit) {
            throw new TooMuchSaid(limit);
        }
    }

    private CourseDraft lock(Caller caller, ReviewId reviewId) {
        return drafts.lock(reviewing.read(caller, reviewId).courseId());
    }

    private Comment get(CourseDraft draft, CommentId id) {
        return comments.find(id)
                .filter(comment -> comment.courseId().equals(draft.courseId()))
                .orElseThrow(() -> new NotFound("comment", id));
    }

    /** Authors do not wave through what a reviewer insists on. */
    private void requireIndependent(Caller caller, Review review, Comment comment, CourseDraft draft) {
        var isOwn = comment.personId().equals(caller.personId());
        if (!isOwn && (!groups.mayReview(caller) || reviewers.hadAHandIn(caller, review, draft))) {
            throw new NotAllowed("Who commented resolves this, or another reviewer");
        }
    }

    /** The part as it is now or as it was submitted. */
    private @Nullable Part part(Review review, CourseDraft draft, @Nullable UUID id) {
        if (id == null) {
            return null;
        }
        var now = Part.of(draft.courseId(), draft.content()).get(id);
        if (now != null) {
            return now;
        }
        return revisions
                .contentAt(review.courseId(), review.revision())
                .map(submitted -> Part.of(review.courseId(), submitted).get(id))
                .orElseThrow(() -> new InvalidFields("partId", "KnownPart", "is not a part of this course"));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
