package academy.artisan.lms.authoring.review;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import academy.artisan.lms.authoring.ReviewPolicy;
import academy.artisan.lms.authoring.TeachingGroups;
import academy.artisan.lms.authoring.draft.ContentChecks;
import academy.artisan.lms.authoring.draft.CourseDraft;
import academy.artisan.lms.authoring.draft.CourseDrafts;
import academy.artisan.lms.authoring.draft.DraftAccess;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.identity.PersonId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What authors do: submit, submit again, withdraw. */
@Service
class Submitting {

    private final TeachingGroups groups;
    private final CourseDrafts drafts;
    private final DraftAccess access;
    private final ContentChecks checks;
    private final Reviewing reviewing;
    private final Reviews reviews;
    private final ReviewNews news;
    private final Clock clock;

    Submitting(
            TeachingGroups groups,
            CourseDrafts drafts,
            DraftAccess access,
            ContentChecks checks,
            Reviewing reviewing,
            Reviews reviews,
            ReviewNews news,
            Clock clock) {
        this.groups = groups;
        this.drafts = drafts;
        this.access = access;
        this.checks = checks;
        this.reviewing = reviewing;
        this.reviews = reviews;
        this.news = news;
        this.clock = clock;
    }

    /** Submits the draft as it is now; content that is in review or approved already is not submitted again. */
    @Transactional
    public Review submit(Caller caller, CourseId courseId) {
        var draft = access.writable(caller, drafts.lock(courseId));
        checks.requireComplete(draft);
        var newest = reviews.newest(courseId);
        var open = newest.filter(Review::isOpen);
        if (open.isPresent() && open.get().digest().equals(draft.digest())) {
            return open.get();
        }
        var approved = reviews.approved(courseId, draft.digest());
        if (approved.isPresent()) {
            open.ifPresent(review -> close(caller, review));
            return approved.get();
        }
        var policy = groups.reviewPolicy(draft.groupId());
        var goingOn = newest.filter(review -> goesOn(review, policy));
        if (goingOn.isEmpty()) {
            open.ifPresent(review -> close(caller, review));
        }
        var review = goingOn.map(earlier -> nextRound(earlier, draft, caller.personId()))
                .orElseGet(() -> firstRound(draft, policy, caller.personId()));
        reviewing.note(courseId);
        news.submitted(review, draft);
        return review;
    }

    /**
     * Takes back what was submitted and is not decided yet.
     *
     * @throws ReviewDecided if it is decided, or was taken back before
     */
    @Transactional
    public Review withdraw(Caller caller, ReviewId reviewId) {
        var seen = reviewing.read(caller, reviewId);
        groups.requireAuthor(caller, seen.groupId());
        drafts.lock(seen.courseId());
        var review = reviews.get(reviewId);
        if (!review.isOpen()) {
            throw new ReviewDecided();
        }
        return close(caller, review);
    }

    private Review close(Caller caller, Review review) {
        var withdrawn = review.in(Review.State.WITHDRAWN);
        reviews.advance(withdrawn);
        reviewing.note(review.courseId());
        news.withdrawn(caller.personId(), withdrawn);
        return withdrawn;
    }

    /** A review whose stages are not what the group asks for any more ends, and another begins. */
    private static boolean goesOn(Review review, ReviewPolicy policy) {
        return (review.isOpen() || review.state() == Review.State.REJECTED)
                && review.stages().equals(policy.stages());
    }

    private Review firstRound(CourseDraft draft, ReviewPolicy policy, PersonId person) {
        var now = now();
        var review = new Review(
                ReviewId.next(),
                draft.courseId(),
                draft.groupId(),
                Review.State.OPEN,
                draft.digest(),
                draft.revision(),
                1,
                policy.stages(),
                1,
                person,
                now,
                now,
                policy.remindAfterDays());
        reviews.add(review);
        return review;
    }

    /** Stages that approved exactly this before need not do so again. */
    private Review nextRound(Review earlier, CourseDraft draft, PersonId person) {
        var stage = reviewing
                .decisions(earlier.reviewId())
                .nextStage(earlier.stages().size(), draft.digest())
                .orElse(earlier.stages().size());
        var review = earlier.again(draft, stage, person, now());
        reviews.nextRound(review);
        return review;
    }

    /** As exactly as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
