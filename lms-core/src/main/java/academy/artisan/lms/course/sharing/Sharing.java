package academy.artisan.lms.course.sharing;

import java.util.Map;

import academy.artisan.lms.audit.AuditTrail;
import academy.artisan.lms.audit.Subject;
import academy.artisan.lms.course.CourseDesk;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.CourseShared;
import academy.artisan.lms.course.CourseTurns;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.organization.Units;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says who may open a course, from its draft on. Who takes the course already is not concerned. */
@Service
class Sharing {

    private final CourseDesk courses;
    private final Units units;
    private final CourseTurns turns;
    private final Shares shares;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    Sharing(
            CourseDesk courses,
            Units units,
            CourseTurns turns,
            Shares shares,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.courses = courses;
        this.units = units;
        this.turns = turns;
        this.shares = shares;
        this.audit = audit;
        this.events = events;
    }

    Shares.Share read(Caller caller, CourseId courseId) {
        courses.requireMember(caller, courseId);
        return shares.get(courseId);
    }

    boolean mayChange(Caller caller, CourseId courseId) {
        return courses.isPublisher(caller, courseId);
    }

    @Transactional
    public Shares.Share change(Caller caller, CourseId courseId, int revision, SharingWish wish) {
        var groupId = courses.requirePublisher(caller, courseId);
        var with = wish.among(units.names(wish.units()));
        turns.take(courseId);
        var before = shares.get(courseId);
        if (before.revision() != revision) {
            throw new SharingChangedMeanwhile(before);
        }
        if (before.with().equals(with)) {
            return before;
        }
        var after = shares.save(courseId, revision, with, caller.personId())
                .orElseThrow(() -> new SharingChangedMeanwhile(shares.get(courseId)));
        shares.carryIntoCatalogue(courseId);
        events.publishEvent(CourseShared.of(courseId));
        audit.record(
                caller.personId(),
                "course-shared",
                Subject.of("course", courseId, groupId),
                Map.of("before", before.with(), "after", with));
        return after;
    }
}
