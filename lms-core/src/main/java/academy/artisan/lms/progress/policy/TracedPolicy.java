package academy.artisan.lms.progress.policy;

import java.util.List;

/** What holds for a learner, and why. */
record TracedPolicy(WatchPolicy policy, List<Origin> origins) {

    /**
     * Who asked for a part of it.
     *
     * @param part as the API names it: {@code maxRate}, {@code presence.everySeconds} …
     */
    record Origin(String part, Asking by) {}
}
