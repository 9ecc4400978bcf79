package academy.artisan.lms.course;

/** What a new version means to learners in the middle of an earlier one; who completed one is never concerned. */
public enum LearnersInProgress {
    /** They stay in their version. */
    KEEP,
    /** They go on in the new version; lessons that did not change keep their progress. */
    TOP_UP,
    /** They begin the new version with nothing covered; what they did before is kept as evidence. */
    START_AGAIN
}
