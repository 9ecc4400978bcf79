package academy.artisan.lms.authoring.publication;

import java.util.Optional;

import academy.artisan.lms.authoring.TeachingGroups;
import academy.artisan.lms.authoring.draft.CourseDraft;
import academy.artisan.lms.authoring.review.Reviewing;
import academy.artisan.lms.identity.RoleHolders;
import org.springframework.stereotype.Component;

/** Looks again at what held when a publication was arranged. */
@Component
class Obstacles {

    private final TeachingGroups groups;
    private final Reviewing reviewing;
    private final RoleHolders roles;

    Obstacles(TeachingGroups groups, Reviewing reviewing, RoleHolders roles) {
        this.groups = groups;
        this.reviewing = reviewing;
        this.roles = roles;
    }

    /** Why the draft, which is locked, cannot be published as it was arranged; empty if it can. */
    Optional<WhyNot> between(CourseDraft draft, ScheduledPublication waiting) {
        if (reviewing.approval(draft).isEmpty()) {
            return Optional.of(WhyNot.NOT_APPROVED);
        }
        if (!draft.digest().equals(waiting.digest())) {
            return Optional.of(WhyNot.CHANGED);
        }
        if (groups.get(draft.groupId()).retired()) {
            return Optional.of(WhyNot.GROUP_RETIRED);
        }
        if (!groups.mayWrite(roles.asCaller(waiting.scheduledBy()), draft.groupId())) {
            return Optional.of(WhyNot.NOT_ALLOWED);
        }
        return Optional.empty();
    }
}
