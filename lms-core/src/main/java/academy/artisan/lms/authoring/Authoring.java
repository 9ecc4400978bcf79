package academy.artisan.lms.authoring;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import academy.artisan.lms.course.CourseAttributes;
import academy.artisan.lms.course.CourseContent;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.CourseVersion;
import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.course.Publishing;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.support.NotAllowed;
import academy.artisan.lms.support.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The life of a course until it is published: draft, review, publication. */
@Service
class Authoring {

    private final TeachingGroups groups;
    private final CourseDrafts drafts;
    private final Reviews reviews;
    private final ContentChecks checks;
    private final Publishing publishing;

    Authoring(
            TeachingGroups groups, CourseDrafts drafts, Reviews reviews, ContentChecks checks, Publishing publishing) {
        this.groups = groups;
        this.drafts = drafts;
        this.reviews = reviews;
        this.checks = checks;
        this.publishing = publishing;
    }

    @Transactional
    public CourseDraft create(
            Caller caller, GroupId groupId, String title, String summary, String level, List<String> tags) {
        groups.requireAuthor(caller, groupId);
        var courseId = CourseId.next();
        drafts.add(
                courseId,
                groupId,
                CourseContent.of(CourseAttributes.of(title, summary, level, tags), List.of()),
                caller.personId());
        return drafts.get(courseId);
    }

    /** A draft for its group, and for who reviews it while a review is open. */
    public CourseDraft read(Caller caller, CourseId courseId) {
        var draft = drafts.get(courseId);
        var reviewing = groups.mayReview(caller) && !reviews.of(courseId).isEmpty();
        if (!groups.mayRead(caller, draft.groupId()) && !reviewing) {
            throw new NotFound("course", courseId);
        }
        return draft;
    }

    /**
     * Saves the outline as the next revision.
     *
     * @throws DraftChangedMeanwhile if the draft is no longer at that revision
     */
    @Transactional
    public CourseDraft save(Caller caller, CourseId courseId, int revision, Outline outline) {
        var draft = writable(caller, drafts.get(courseId));
        var known = drafts.parts(courseId);
        var content = outline.toContent(known);
        checks.requireSavable(content, draft.groupId());
        drafts.save(courseId, revision, content, caller.personId());
        drafts.addParts(
                courseId, partsOf(content).filter(id -> !known.contains(id)).toList());
        return drafts.get(courseId);
    }

    /** Submits the draft as it is now; the same content again is the same review. */
    @Transactional
    public Review submit(Caller caller, CourseId courseId) {
        var draft = writable(caller, drafts.lock(courseId));
        checks.requireComplete(draft.content(), draft.groupId());
        return reviews.open(courseId, draft.digest())
                .orElseGet(() -> reviews.add(courseId, draft.digest(), caller.personId()));
    }

    /** Decides on what was submitted, unless the draft is another by now or the caller had a hand in it. */
    @Transactional
    public Review decide(Caller caller, ReviewId reviewId, Review.Decision decision, @Nullable String comments) {
        var review = readReview(caller, reviewId);
        if (!groups.mayReview(caller)) {
            throw new NotAllowed("Only leads and reviewers decide on a review");
        }
        if (review.submittedBy().equals(caller.personId()) || drafts.hasEdited(caller.personId(), review.courseId())) {
            throw new NoReviewOfOwnWork();
        }
        var draft = drafts.lock(review.courseId());
        if (decision == Review.Decision.APPROVE && !draft.digest().equals(review.digest())) {
            throw new ReviewStale();
        }
        reviews.decide(reviewId, decision, caller.personId(), comments);
        return reviews.get(reviewId);
    }

    public Review readReview(Caller caller, ReviewId reviewId) {
        var review = reviews.get(reviewId);
        if (!groups.mayReview(caller)
                && !groups.mayRead(caller, drafts.get(review.courseId()).groupId())) {
            throw new NotFound("review", reviewId);
        }
        return review;
    }

    /** Publishes the draft if exactly this content was approved. */
    @Transactional
    public CourseVersion publish(Caller caller, CourseId courseId) {
        var draft = writable(caller, drafts.lock(courseId));
        requireApproval(draft);
        var group = groups.get(draft.groupId());
        return publishing.publish(new Publishing.Approved(
                courseId, group.id(), group.name(), group.field(), draft.content(), checks.seconds(draft.content())));
    }

    private void requireApproval(CourseDraft draft) {
        var approvals = reviews.of(draft.courseId()).stream()
                .filter(review -> review.state() == Review.State.APPROVED)
                .map(Review::digest)
                .collect(Collectors.toSet());
        if (approvals.isEmpty()) {
            throw new ApprovalMissing();
        }
        if (!approvals.contains(draft.digest())) {
            throw new ApprovalStale();
        }
    }

    private CourseDraft writable(Caller caller, CourseDraft draft) {
        if (!groups.mayRead(caller, draft.groupId())) {
            throw new NotFound("course", draft.courseId());
        }
        groups.requireAuthor(caller, draft.groupId());
        return draft;
    }

    private static Stream<UUID> partsOf(CourseContent content) {
        return content.sections().stream()
                .flatMap(section -> Stream.concat(
                        Stream.of(section.id().value()),
                        section.lessons().stream().map(lesson -> lesson.id().value())));
    }
}
