package academy.artisan.lms.planning;

/**
 * How far one kind of work is.
 *
 * @param overdue how many items are not finished though their months or the day of a milestone have passed
 */
public record PlanProgress(
        PlanKind kind,
        int items,
        int planned,
        int underWay,
        int done,
        int givenUp,
        int milestones,
        int milestonesDone,
        int overdue) {

    static PlanProgress none(PlanKind kind) {
        return new PlanProgress(kind, 0, 0, 0, 0, 0, 0, 0, 0);
    }
}
