package academy.artisan.lms.compliance;

/** Where a person stands with a course, as HR sees it. */
public enum TrainingState {
    NOT_STARTED,
    IN_PROGRESS,
    COMPLETED,
    OVERDUE
}
