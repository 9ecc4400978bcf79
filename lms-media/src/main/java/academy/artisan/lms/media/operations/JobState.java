package academy.artisan.lms.media.operations;

/** Where the processing of a video stands, as far as there is something to do or to decide. */
enum JobState {
    /** A node works on it. */
    RUNNING("OPEN", "and job.picked"),
    /** It waits for a node, or for the time of its next attempt. */
    WAITING("OPEN", "and job.picked is not true"),
    /** It failed again and again; a person decides. */
    HELD("HELD", ""),
    /** It failed for good, or could not be made anew. */
    FAILED("FAILED", "");

    private final String work;
    private final String condition;

    JobState(String work, String condition) {
        this.work = work;
        this.condition = condition;
    }

    /** The value of {@code content.work}. */
    String work() {
        return work;
    }

    /** What has to hold besides, in SQL. */
    String condition() {
        return condition;
    }

    static JobState of(String work, boolean isPicked) {
        return switch (work) {
            case "OPEN" -> isPicked ? RUNNING : WAITING;
            case "HELD" -> HELD;
            default -> FAILED;
        };
    }
}
