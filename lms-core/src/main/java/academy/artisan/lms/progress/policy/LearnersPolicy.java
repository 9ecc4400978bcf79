package academy.artisan.lms.progress.policy;

import java.util.Map;
import java.util.Optional;

import academy.artisan.lms.course.Catalog;
import academy.artisan.lms.enrolment.EnrolmentId;
import academy.artisan.lms.enrolment.Enrolments;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.organization.UnitId;
import academy.artisan.lms.organization.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Tells learners what holds for them and by what names those are known who ask for it. */
@Service
class LearnersPolicy {

    /** What holds, and the names of the courses and units that ask for something of it. */
    record Explained(TracedPolicy traced, String courseTitle, Map<UnitId, String> unitNames) {

        /** The platform needs no name. */
        @Nullable String nameOf(Asking by) {
            return by.kind() == Asking.Kind.COURSE
                    ? courseTitle
                    : by.unit().map(unitNames::get).orElse(null);
        }
    }

    private final Enrolments enrolments;
    private final WatchPolicies policies;
    private final Units units;
    private final Catalog catalog;

    LearnersPolicy(Enrolments enrolments, WatchPolicies policies, Units units, Catalog catalog) {
        this.enrolments = enrolments;
        this.policies = policies;
        this.units = units;
        this.catalog = catalog;
    }

    Explained of(Caller caller, EnrolmentId enrolmentId) {
        var enrolment = enrolments.get(caller, enrolmentId);
        var traced = policies.trace(enrolment.courseId(), caller.personId());
        var asking = traced.origins().stream()
                .map(origin -> origin.by().unit())
                .flatMap(Optional::stream)
                .toList();
        return new Explained(
                traced, catalog.get(enrolment.courseId(), enrolment.version()).title(), units.names(asking));
    }
}
