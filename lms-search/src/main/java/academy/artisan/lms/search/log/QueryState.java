package academy.artisan.lms.search.log;

/** What groups want to know of queries. */
public enum QueryState {
    /** Asked often, whatever came of it. */
    POPULAR,
    /** Nobody found anything on the last day on which it was asked. */
    WITHOUT_HIT,
    /** Something is found, and nobody opened it. */
    WITHOUT_CLICK
}
