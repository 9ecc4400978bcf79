package academy.artisan.lms.progress.policy;

import java.util.List;

import academy.artisan.lms.course.CourseDesk;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.organization.Unit;
import academy.artisan.lms.organization.UnitId;
import academy.artisan.lms.organization.Units;
import org.springframework.stereotype.Component;

/** Tells those who declare a policy what comes of it: others may ask for more, and nobody takes that back. */
@Component
class InForce {

    private final CourseDesk courses;
    private final Units units;
    private final DeclaredRules declared;
    private final WatchPolicies policies;

    InForce(CourseDesk courses, Units units, DeclaredRules declared, WatchPolicies policies) {
        this.courses = courses;
        this.units = units;
        this.declared = declared;
        this.policies = policies;
    }

    /** For learners of whom no unit asks for anything. */
    PolicyInForce of(Caller caller, CourseId courseId) {
        var mayChange = courses.isPublisher(caller, courseId);
        var own = Asking.of(courseId);
        return compare(mayChange, own, List.of(new Asked(own, declared.get(own).rules())));
    }

    /** For people of the unit, in a course that asks for nothing. */
    PolicyInForce of(Caller caller, UnitId unitId) {
        units.getForHr(caller, unitId);
        var line = units.lineOf(unitId).stream().map(Unit::id).toList();
        return compare(true, Asking.of(unitId), declared.of(line));
    }

    private PolicyInForce compare(boolean mayChange, Asking own, List<Asked> asked) {
        var others = asked.stream().filter(one -> !one.by().equals(own)).toList();
        return new PolicyInForce(mayChange, explained(asked), explained(others));
    }

    private EffectivePolicy explained(List<Asked> asked) {
        var traced = policies.strictest(asked);
        return EffectivePolicy.of(new ExplainedPolicy(traced, null, units.names(traced.askingUnits())));
    }
}
