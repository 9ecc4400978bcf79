package academy.artisan.lms.media.source;

import academy.artisan.lms.media.program.Outcome;

/** The content is such that trying again cannot help. */
public final class UnusableVideo extends Exception {

    private final Failure failure;

    public UnusableVideo(Failure failure, String detail) {
        super(failure.code() + ": " + detail);
        this.failure = failure;
    }

    /** What the end of a program says about the content that it was given; nothing if it did what it had to. */
    public static void check(Outcome outcome, Failure refusal) throws UnusableVideo {
        if (outcome.isNoFaultOfTheContent()) {
            throw new IllegalStateException("The program ended with %s".formatted(outcome));
        }
        if (outcome.isBeyondLimits()) {
            throw new UnusableVideo(Failure.TOO_DEMANDING, outcome.toString());
        }
        if (!outcome.isSuccess()) {
            throw new UnusableVideo(refusal, outcome.errors());
        }
    }

    public Failure failure() {
        return failure;
    }
}
