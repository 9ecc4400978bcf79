package academy.artisan.lms.authoring.review;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import academy.artisan.lms.authoring.TeachingGroup;
import academy.artisan.lms.authoring.TeachingGroups;
import academy.artisan.lms.authoring.draft.CourseDraft;
import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.identity.Role;
import academy.artisan.lms.identity.RoleHolders;
import org.springframework.stereotype.Component;

/** Whom it concerns that a stage has its turn: of the many who could decide, only those who see to it. */
@Component
public class StageAudience {

    private final TeachingGroups groups;
    private final RoleHolders holders;
    private final Reviewers reviewers;

    StageAudience(TeachingGroups groups, RoleHolders holders, Reviewers reviewers) {
        this.groups = groups;
        this.holders = holders;
        this.reviewers = reviewers;
    }

    /** Nobody whose work it is. */
    public Set<PersonId> of(Review review, CourseDraft draft) {
        var audience = new HashSet<>(concerned(review));
        audience.removeAll(reviewers.hands(review, draft));
        return audience;
    }

    private Set<PersonId> concerned(Review review) {
        return switch (review.kind()) {
            case OWN_LEAD -> holders.holding(Role.LEAD, List.of(review.groupId()));
            case ACADEMY -> holders.holding(Role.ADMIN);
            case OTHER_GROUP, ANYBODY_ELSE -> holders.holding(Role.LEAD, others(review));
        };
    }

    private List<GroupId> others(Review review) {
        return groups.all().stream()
                .map(TeachingGroup::id)
                .filter(id -> !id.equals(review.groupId()))
                .toList();
    }
}
