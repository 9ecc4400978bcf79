package academy.artisan.lms.planning;

/** What kind of work an item of a plan is. */
public enum PlanKind {
    COURSE_DEVELOPMENT,
    TEXTBOOK,
    TRAINING,
    TECHNICAL_PROBLEM
}
