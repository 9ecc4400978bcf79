package academy.artisan.lms.authoring.draft;

/** How far the draft of a course is on its way to learners. */
public enum DraftState {
    DRAFT,
    IN_REVIEW,
    APPROVED,
    PUBLISHED,
    WITHDRAWN
}
