package academy.artisan.lms.authoring;

/** Who decides at one stage of a review. */
public enum ReviewStage {
    /** A lead of the group itself. */
    OWN_LEAD,
    /** A lead or reviewer of another group. */
    OTHER_GROUP,
    /** An administrator. */
    ACADEMY,
    /** A lead or reviewer of whichever group, or an administrator. */
    ANYBODY_ELSE
}
