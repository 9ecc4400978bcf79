package academy.artisan.lms.search.recommend;

/** Why a course is recommended; the strongest reason comes first. */
public enum Reason {
    /** The employer requires it, and it is not completed. */
    REQUIRED_BY_EMPLOYER,
    /** It is the next level of what was completed or is taken in the same field. */
    NEXT_IN_FIELD,
    /** Many of the same unit began it lately. */
    COLLEAGUES_TOOK
}
