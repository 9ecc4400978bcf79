package academy.artisan.lms.progress.policy;

import academy.artisan.lms.course.Catalog;
import academy.artisan.lms.enrolment.EnrolmentId;
import academy.artisan.lms.enrolment.Enrolments;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.organization.Units;
import org.springframework.stereotype.Service;

/** Tells learners what holds for them and by what names those are known who ask for it. */
@Service
class LearnersPolicy {

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

    ExplainedPolicy of(Caller caller, EnrolmentId enrolmentId) {
        var enrolment = enrolments.get(caller, enrolmentId);
        var traced = policies.trace(enrolment.courseId(), caller.personId());
        return new ExplainedPolicy(
                traced,
                catalog.get(enrolment.courseId(), enrolment.version()).title(),
                units.names(traced.askingUnits()));
    }
}
