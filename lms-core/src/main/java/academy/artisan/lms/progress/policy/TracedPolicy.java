package academy.artisan.lms.progress.policy;

import java.util.List;
import java.util.Optional;

import academy.artisan.lms.organization.UnitId;

/** What holds for a learner, and why. */
record TracedPolicy(WatchPolicy policy, List<Origin> origins) {

    /**
     * Who asked for a part of it.
     *
     * @param part as the API names it: {@code maxRate}, {@code presence.everySeconds} …
     */
    record Origin(String part, Asking by) {}

    List<UnitId> askingUnits() {
        return origins.stream()
                .map(origin -> origin.by().unit())
                .flatMap(Optional::stream)
                .toList();
    }
}
