package academy.artisan.lms.authoring.review.desk;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import academy.artisan.lms.authoring.TeachingGroups;
import academy.artisan.lms.authoring.draft.CourseDraft;
import academy.artisan.lms.authoring.draft.CourseDrafts;
import academy.artisan.lms.authoring.draft.Revisions;
import academy.artisan.lms.authoring.review.Review;
import academy.artisan.lms.authoring.review.ReviewId;
import academy.artisan.lms.authoring.review.Reviewers;
import academy.artisan.lms.authoring.review.Reviewing;
import academy.artisan.lms.authoring.review.StageDecision;
import academy.artisan.lms.authoring.review.StageDecisions;
import academy.artisan.lms.authoring.review.comment.Comment;
import academy.artisan.lms.authoring.review.comment.Comments;
import academy.artisan.lms.course.CourseContent;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.identity.People;
import academy.artisan.lms.identity.PersonId;
import org.springframework.stereotype.Service;

/** Lays a review out for whoever looks at it, by the same few statements however large the course is. */
@Service
class Desk {

    private final TeachingGroups groups;
    private final Reviewing reviewing;
    private final Reviewers reviewers;
    private final CourseDrafts drafts;
    private final Revisions revisions;
    private final Baselines baselines;
    private final Comments comments;
    private final People people;
    private final Clock clock;

    Desk(
            TeachingGroups groups,
            Reviewing reviewing,
            Reviewers reviewers,
            CourseDrafts drafts,
            Revisions revisions,
            Baselines baselines,
            Comments comments,
            People people,
            Clock clock) {
        this.groups = groups;
        this.reviewing = reviewing;
        this.reviewers = reviewers;
        this.drafts = drafts;
        this.revisions = revisions;
        this.baselines = baselines;
        this.comments = comments;
        this.people = people;
        this.clock = clock;
    }

    FullReview read(Caller caller, ReviewId reviewId) {
        var review = reviewing.read(caller, reviewId);
        var draft = drafts.get(review.courseId());
        var decisions = reviewing.decisions(reviewId);
        var mayDecide = reviewers.mayDecide(caller, review, decisions, draft);
        var stage = mayDecide ? review.stage() : decisions.stageOf(caller.personId(), review.stage());
        var said = comments.of(review);
        var names = namesIn(review, decisions, said);
        return new Layout(
                        review,
                        draft,
                        submitted(review, draft),
                        decisions,
                        said,
                        names,
                        groups.mayRead(caller, review.groupId()))
                .view(mayDecide, stage, baselines.of(review, stage, decisions, draft), clock.instant());
    }

    private CourseContent submitted(Review review, CourseDraft draft) {
        return review.digest().equals(draft.digest())
                ? draft.content()
                : revisions.contentAt(review.courseId(), review.revision()).orElse(draft.content());
    }

    private Map<PersonId, String> namesIn(Review review, StageDecisions decisions, List<Comment> said) {
        var everybody = new HashSet<PersonId>();
        everybody.add(review.submittedBy());
        decisions.all().stream().map(StageDecision::personId).forEach(everybody::add);
        for (var comment : said) {
            Stream.of(comment.personId(), comment.resolvedBy())
                    .filter(Objects::nonNull)
                    .forEach(everybody::add);
            comment.answers().stream().map(Comment.Answer::personId).forEach(everybody::add);
        }
        return people.names(everybody);
    }
}
