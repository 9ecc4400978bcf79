package academy.artisan.lms.search.log;

/** What groups want to know of queries. */
public enum QueryState {
    /** Asked often, whatever came of it. */
    POPULAR,
    /** Nothing was found when it was asked last. */
    WITHOUT_HIT,
    /** Something is found, and nobody opened it. */
    WITHOUT_CLICK
}
