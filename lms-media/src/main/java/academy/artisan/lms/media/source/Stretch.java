package academy.artisan.lms.media.source;

/** What the packets of one stream cover of the time, in seconds. */
final class Stretch {

    /** What may be missing in all between them. */
    private static final double LONGEST_BREAK = 10;
    /** What they may cover twice in all. */
    private static final double LONGEST_OVERLAP = 1;
    /** Pictures come in the order of decoding, so each may lie that far before others. */
    private static final double LONGEST_STEP_BACK = 5;

    private double from = Double.POSITIVE_INFINITY;
    private double to;
    private double sum;
    private boolean stepsBack;

    void add(double begin, double lasting) {
        stepsBack |= begin < to - LONGEST_STEP_BACK;
        from = Math.min(from, begin);
        to = Math.max(to, begin + lasting);
        sum += lasting;
    }

    /** When the first begins; 0 if there is none. */
    double from() {
        return sum == 0 ? 0 : from;
    }

    /** When the last is over. */
    double to() {
        return to;
    }

    /** How long all of them last together. */
    double sum() {
        return sum;
    }

    boolean jumps() {
        var missing = to - from() - sum;
        return stepsBack || missing > LONGEST_BREAK || -missing > LONGEST_OVERLAP;
    }
}
