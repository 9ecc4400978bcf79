package academy.artisan.lms.planning;

/** How far an item of a plan is, as its people say. */
enum PlanState {
    PLANNED,
    UNDER_WAY,
    DONE,
    GIVEN_UP;

    boolean isFinished() {
        return this == DONE || this == GIVEN_UP;
    }
}
