package academy.artisan.lms.planning;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.identity.PersonId;
import org.jspecify.annotations.Nullable;

/** An item as callers see it. */
record PlanItemView(
        PlanItemId id,
        GroupId groupId,
        int year,
        PlanKind kind,
        String title,
        String description,
        PersonId ownerId,
        String ownerName,
        int fromMonth,
        int toMonth,
        PlanState state,
        @Nullable String reason,
        List<Milestone> milestones,
        List<Outcome> outcomes,
        boolean overdue,
        @Nullable PlanItemId carriedFrom,
        int revision,
        Instant changedAt) {

    static PlanItemView of(PlanItem item, Map<PersonId, String> names) {
        var form = item.form();
        return new PlanItemView(
                item.id(),
                item.groupId(),
                item.year(),
                form.kind(),
                form.title(),
                form.description(),
                form.ownerId(),
                names.getOrDefault(form.ownerId(), ""),
                form.fromMonth(),
                form.toMonth(),
                form.state(),
                form.reason(),
                form.milestones(),
                form.outcomes(),
                item.isOverdue(),
                item.carriedFrom(),
                item.revision(),
                item.changedAt());
    }
}
