package academy.artisan.lms.authoring.review;

import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import academy.artisan.lms.authoring.ReviewStage;
import academy.artisan.lms.authoring.draft.Contributors;
import academy.artisan.lms.authoring.draft.CourseDraft;
import academy.artisan.lms.authoring.draft.Revisions;
import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.identity.Role;
import academy.artisan.lms.support.NotAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who decides: the role that the stage asks for, and no hand in the work. */
@Component
public class Reviewers {

    /** The right to decide, and the group through which it is held; none for the academy. */
    record Right(@Nullable GroupId groupId) {}

    /**
     * The groups in which somebody holds roles.
     *
     * @param leads which the person leads
     * @param member in which the person has any role
     * @param reviews whether the person is lead or reviewer of any
     */
    public record Scopes(Set<UUID> leads, Set<UUID> member, boolean reviews) {}

    private static final Set<Role> REVIEWING = Set.of(Role.LEAD, Role.REVIEWER);
    private static final Set<Role> MEMBERS = Set.of(Role.LEAD, Role.AUTHOR, Role.REVIEWER);

    private final Reviews reviews;
    private final Revisions revisions;
    private final Contributors contributors;

    Reviewers(Reviews reviews, Revisions revisions, Contributors contributors) {
        this.reviews = reviews;
        this.revisions = revisions;
        this.contributors = contributors;
    }

    /**
     * The right of the caller to decide now; the draft is locked.
     *
     * @throws NoReviewOfOwnWork if the caller had a hand in it
     * @throws NotAllowed if the stage asks for another role
     * @throws ReviewDecided if it asked for the caller's before and was decided
     * @throws OneStagePerPerson if the caller decided another stage
     */
    Right require(Caller caller, Review review, StageDecisions decisions, CourseDraft draft) {
        if (hadAHandIn(caller, review, draft)) {
            throw new NoReviewOfOwnWork();
        }
        var right = right(caller, review.kind(), review.groupId());
        if (right.isEmpty()) {
            if (hasRightBefore(caller, review)) {
                throw new ReviewDecided();
            }
            throw new NotAllowed("Another role decides at this stage");
        }
        if (decisions.hasDecidedAnotherStage(caller.personId(), review.stage())) {
            throw new OneStagePerPerson();
        }
        return right.get();
    }

    /** Whether it is the caller's turn. */
    public boolean mayDecide(Caller caller, Review review, StageDecisions decisions, CourseDraft draft) {
        return review.isOpen()
                && right(caller, review.kind(), review.groupId()).isPresent()
                && !decisions.hasDecidedAnotherStage(caller.personId(), review.stage())
                && !hadAHandIn(caller, review, draft);
    }

    /** Whether the caller submitted it, or wrote anything of it since it was published last. */
    public boolean hadAHandIn(Caller caller, Review review, CourseDraft draft) {
        return review.submittedBy().equals(caller.personId())
                || reviews.hasSubmitted(caller.personId(), review.reviewId())
                || contributors.includes(caller.personId(), review.courseId(), published(draft));
    }

    /** Whose work it is: who submitted it last, and everybody who saved anything of it since it was published. */
    public Set<PersonId> authors(Review review, CourseDraft draft) {
        var authors = new HashSet<>(revisions.editors(review.courseId(), published(draft)));
        authors.add(review.submittedBy());
        return authors;
    }

    /** All those who had a hand in it: they do not decide. */
    Set<PersonId> hands(Review review, CourseDraft draft) {
        var hands = new HashSet<>(contributors.of(review.courseId(), published(draft)));
        hands.addAll(reviews.submitters(review.reviewId()));
        return hands;
    }

    private static int published(CourseDraft draft) {
        return draft.publishedRevision() == null ? 0 : draft.publishedRevision();
    }

    /** What {@link #right} asks for, to be asked of many reviews at once. */
    public static Scopes scopesOf(Caller caller) {
        return new Scopes(
                scopes(caller, Set.of(Role.LEAD)),
                scopes(caller, MEMBERS),
                reviewsFor(caller).isPresent());
    }

    private static Set<UUID> scopes(Caller caller, Set<Role> roles) {
        return caller.grants().stream()
                .filter(grant -> roles.contains(grant.role()))
                .map(Caller.Grant::scope)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean hasRightBefore(Caller caller, Review review) {
        return review.stages().subList(0, review.stage() - 1).stream()
                .anyMatch(kind -> right(caller, kind, review.groupId()).isPresent());
    }

    /** A member of the own group is no other group's eye, whatever roles the person has there. */
    static Optional<Right> right(Caller caller, ReviewStage kind, GroupId own) {
        return switch (kind) {
            case OWN_LEAD -> caller.has(Role.LEAD, own) ? Optional.of(new Right(own)) : Optional.empty();
            case OTHER_GROUP ->
                MEMBERS.stream().anyMatch(role -> caller.has(role, own))
                        ? Optional.empty()
                        : reviewsFor(caller).map(Right::new);
            case ACADEMY -> caller.isAdmin() ? Optional.of(new Right(null)) : Optional.empty();
            case ANYBODY_ELSE ->
                reviewsFor(caller)
                        .map(Right::new)
                        .or(() -> caller.isAdmin() ? Optional.of(new Right(null)) : Optional.empty());
        };
    }

    private static Optional<GroupId> reviewsFor(Caller caller) {
        return caller.grants().stream()
                .filter(grant -> REVIEWING.contains(grant.role()))
                .map(Caller.Grant::scope)
                .filter(Objects::nonNull)
                .map(GroupId::new)
                .findFirst();
    }
}
