package academy.artisan.lms.progress.policy;

import java.util.Map;

import academy.artisan.lms.organization.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * What holds, and the names of the course and the units that ask for something of it.
 *
 * @param courseTitle null where it goes without saying
 */
record ExplainedPolicy(TracedPolicy traced, @Nullable String courseTitle, Map<UnitId, String> unitNames) {

    /** The platform needs no name. */
    @Nullable String nameOf(Asking by) {
        return by.kind() == Asking.Kind.COURSE
                ? courseTitle
                : by.unit().map(unitNames::get).orElse(null);
    }
}
