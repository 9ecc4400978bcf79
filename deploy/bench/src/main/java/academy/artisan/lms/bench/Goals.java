package academy.artisan.lms.bench;

import java.util.ArrayList;
import java.util.List;

/** What is to be reached; a benchmark that misses any of it ends with an error. */
public final class Goals {

    private final List<String> missed = new ArrayList<>();

    /** Prints a figure beside its goal. */
    public void atMost(String what, double goal, double measured) {
        var isReached = measured <= goal;
        System.out.println("  %s %-60s %8.3f  (goal: at most %s)"
                .formatted(isReached ? "ok    " : "MISSED", what, measured, goal));
        if (!isReached) {
            missed.add(what);
        }
    }

    /** Prints a figure beside its goal. */
    public void atLeast(String what, double goal, double measured) {
        var isReached = measured >= goal;
        System.out.println("  %s %-60s %8.3f  (goal: at least %s)"
                .formatted(isReached ? "ok    " : "MISSED", what, measured, goal));
        if (!isReached) {
            missed.add(what);
        }
    }

    /** Prints whether something held that has to. */
    public void holds(String what, boolean isSo) {
        System.out.println("  %s %s".formatted(isSo ? "ok    " : "MISSED", what));
        if (!isSo) {
            missed.add(what);
        }
    }

    /** What was missed so far. */
    public List<String> missed() {
        return List.copyOf(missed);
    }
}
