package academy.artisan.lms.authoring.review;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

import academy.artisan.lms.authoring.TeachingGroup;
import academy.artisan.lms.authoring.TeachingGroups;
import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.identity.Role;
import academy.artisan.lms.identity.RoleHolders;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whom it concerns that a stage has its turn: of the many who could decide, only those who see to it. Where nobody
 * could, administrators learn of it: they can change who holds which role.
 */
@Component
public class StageAudience {

    private final TeachingGroups groups;
    private final RoleHolders holders;
    private final Reviewers reviewers;
    private final Decisions decisions;

    StageAudience(TeachingGroups groups, RoleHolders holders, Reviewers reviewers, Decisions decisions) {
        this.groups = groups;
        this.holders = holders;
        this.reviewers = reviewers;
        this.decisions = decisions;
    }

    /**
     * Nobody whose work it is, and nobody who decided another stage of it.
     *
     * @param publishedRevision the revision of the course that was published last
     */
    public Set<PersonId> of(Review review, @Nullable Integer publishedRevision) {
        var barred = new HashSet<>(reviewers.hands(review, publishedRevision));
        barred.addAll(decisions.of(review.reviewId()).ofOtherStagesThan(review.stage()));
        return Stream.concat(candidates(review), Stream.<Supplier<Set<PersonId>>>of(this::administrators))
                .map(candidates -> without(barred, candidates.get()))
                .filter(people -> !people.isEmpty())
                .findFirst()
                .orElse(Set.of());
    }

    /** Those who have the right, the foremost first; the next are asked for only if nobody of these can. */
    private Stream<Supplier<Set<PersonId>>> candidates(Review review) {
        var own = List.of(review.groupId());
        return switch (review.kind()) {
            case OWN_LEAD -> Stream.of(() -> holders.holding(Role.LEAD, own));
            case OTHER_GROUP ->
                Stream.of(
                        () -> without(members(own), holders.holding(Role.LEAD, others(review))),
                        () -> without(members(own), holders.holding(Role.REVIEWER, others(review))));
            case ACADEMY -> Stream.of();
            case ANYBODY_ELSE ->
                Stream.of(
                        () -> holders.holding(Role.LEAD, others(review)),
                        () -> holders.holding(Role.REVIEWER, others(review)),
                        () -> holders.holding(Role.LEAD, own),
                        () -> holders.holding(Role.REVIEWER, own));
        };
    }

    private Set<PersonId> administrators() {
        return holders.holding(Role.ADMIN);
    }

    private Set<PersonId> members(List<GroupId> own) {
        var members = new HashSet<PersonId>();
        Reviewers.MEMBERS.forEach(role -> members.addAll(holders.holding(role, own)));
        return members;
    }

    private static Set<PersonId> without(Set<PersonId> some, Set<PersonId> people) {
        var left = new HashSet<>(people);
        left.removeAll(some);
        return left;
    }

    private List<GroupId> others(Review review) {
        return groups.all().stream()
                .map(TeachingGroup::id)
                .filter(id -> !id.equals(review.groupId()))
                .toList();
    }
}
