package academy.artisan.lms.planning;

import java.time.Instant;

import academy.artisan.lms.course.GroupId;
import org.jspecify.annotations.Nullable;

/**
 * An item of a group's plan for a year.
 *
 * @param isOverdue whether its months or the day of a milestone have passed while it is not finished
 * @param carriedFrom the item of the year before that it goes on with
 */
record PlanItem(
        PlanItemId id,
        GroupId groupId,
        int year,
        PlanItemForm form,
        boolean isOverdue,
        @Nullable PlanItemId carriedFrom,
        int revision,
        Instant changedAt) {}
