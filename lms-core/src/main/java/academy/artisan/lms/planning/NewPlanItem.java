package academy.artisan.lms.planning;

import academy.artisan.lms.course.GroupId;
import org.jspecify.annotations.Nullable;

/** An item that is about to be added. */
record NewPlanItem(
        PlanItemId id, GroupId groupId, int year, @Nullable PlanItemId carriedFrom, PlanItemForm form) {

    static NewPlanItem continuing(PlanItem unfinished) {
        return new NewPlanItem(
                PlanItemId.next(),
                unfinished.groupId(),
                unfinished.year() + 1,
                unfinished.id(),
                unfinished.form().carriedOver());
    }
}
