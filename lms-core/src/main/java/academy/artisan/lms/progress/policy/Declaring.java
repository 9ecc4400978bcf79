package academy.artisan.lms.progress.policy;

import java.util.Map;

import academy.artisan.lms.audit.AuditTrail;
import academy.artisan.lms.audit.Subject;
import academy.artisan.lms.course.CourseDesk;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.organization.UnitId;
import academy.artisan.lms.organization.Units;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says what a course or a unit asks for. Playbacks that began go on as they are until their token is renewed. */
@Service
class Declaring {

    private final DeclaredRules declared;
    private final CourseDesk courses;
    private final Units units;
    private final AuditTrail audit;

    Declaring(DeclaredRules declared, CourseDesk courses, Units units, AuditTrail audit) {
        this.declared = declared;
        this.courses = courses;
        this.units = units;
        this.audit = audit;
    }

    DeclaredRules.Declared read(Caller caller, CourseId courseId) {
        courses.requireMember(caller, courseId);
        return declared.get(Asking.of(courseId));
    }

    DeclaredRules.Declared read(Caller caller, UnitId unitId) {
        units.getForHr(caller, unitId);
        return declared.get(Asking.of(unitId));
    }

    @Transactional
    public DeclaredRules.Declared change(Caller caller, CourseId courseId, int revision, WatchRules rules) {
        var groupId = courses.requirePublisher(caller, courseId);
        return change(caller, Asking.of(courseId), Subject.of("course", courseId, groupId), revision, rules);
    }

    @Transactional
    public DeclaredRules.Declared change(Caller caller, UnitId unitId, int revision, WatchRules rules) {
        units.getForHr(caller, unitId);
        return change(caller, Asking.of(unitId), Subject.of("unit", unitId), revision, rules);
    }

    private DeclaredRules.Declared change(
            Caller caller, Asking owner, Subject subject, int revision, WatchRules rules) {
        rules.requireConsistent();
        var before = declared.get(owner);
        if (before.revision() != revision) {
            throw new WatchPolicyChangedMeanwhile(before);
        }
        if (before.rules().equals(rules)) {
            return before;
        }
        var after = declared.save(owner, revision, rules, caller.personId())
                .orElseThrow(() -> new WatchPolicyChangedMeanwhile(declared.get(owner)));
        audit.record(
                caller.personId(), "watch-policy-changed", subject, Map.of("before", before.rules(), "after", rules));
        return after;
    }
}
