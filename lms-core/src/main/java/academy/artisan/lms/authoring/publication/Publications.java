package academy.artisan.lms.authoring.publication;

import java.util.Map;

import academy.artisan.lms.audit.AuditTrail;
import academy.artisan.lms.authoring.TeachingGroups;
import academy.artisan.lms.authoring.draft.CourseDraft;
import academy.artisan.lms.authoring.draft.CourseDrafts;
import academy.artisan.lms.authoring.draft.DraftAccess;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.CourseVersion;
import academy.artisan.lms.course.Withdrawals;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.support.NotAllowed;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Publishes drafts, and takes what is published out of the catalogue and back. */
@Service
class Publications {

    private final TeachingGroups groups;
    private final CourseDrafts drafts;
    private final DraftAccess access;
    private final Release release;
    private final Schedule schedule;
    private final Arrangers arrangers;
    private final Withdrawals withdrawals;
    private final AuditTrail audit;

    Publications(
            TeachingGroups groups,
            CourseDrafts drafts,
            DraftAccess access,
            Release release,
            Schedule schedule,
            Arrangers arrangers,
            Withdrawals withdrawals,
            AuditTrail audit) {
        this.groups = groups;
        this.drafts = drafts;
        this.access = access;
        this.release = release;
        this.schedule = schedule;
        this.arrangers = arrangers;
        this.withdrawals = withdrawals;
        this.audit = audit;
    }

    /** Publishes now; what was to be published later is not any more. */
    @Transactional
    CourseVersion publish(Caller caller, CourseId courseId, Wish wish) {
        var draft = access.writable(caller, drafts.lock(courseId));
        var published = release.release(draft, caller.personId(), wish);
        if (schedule.remove(courseId)) {
            audit.record(
                    caller.personId(),
                    "publication-cancelled",
                    Release.subject(draft),
                    Map.of("publishedAs", published.version().version()));
        }
        return published.version();
    }

    /** Takes the course out of the catalogue; what was to be published later is not any more. */
    @Transactional
    CourseVersion withdraw(Caller caller, CourseId courseId, String reason) {
        var draft = ofGroup(caller, drafts.lock(courseId));
        var version = withdrawals.withdraw(courseId, caller.personId(), reason);
        drafts.noteWithdrawn(courseId, true);
        callOff(caller, draft);
        audit.record(
                caller.personId(),
                "course-withdrawn",
                Release.subject(draft),
                Map.of("version", version.version(), "reason", reason));
        return version;
    }

    private void callOff(Caller caller, CourseDraft draft) {
        schedule.find(draft.courseId()).ifPresent(waiting -> {
            schedule.remove(draft.courseId());
            arrangers.tell(waiting, draft, WhyNot.WITHDRAWN);
            audit.record(
                    caller.personId(),
                    "publication-cancelled",
                    Release.subject(draft),
                    Map.of("publishAt", waiting.publishAt().toString(), "reason", WhyNot.WITHDRAWN));
        });
    }

    @Transactional
    CourseVersion restore(Caller caller, CourseId courseId) {
        var draft = ofGroup(caller, drafts.lock(courseId));
        var version = withdrawals.restore(courseId);
        drafts.noteWithdrawn(courseId, false);
        audit.record(
                caller.personId(), "course-restored", Release.subject(draft), Map.of("version", version.version()));
        return version;
    }

    /** Who writes for a group answers for its courses, also when it is retired. */
    private CourseDraft ofGroup(Caller caller, CourseDraft draft) {
        access.readable(caller, draft);
        if (!groups.mayWrite(caller, draft.groupId())) {
            throw new NotAllowed("Only authors of this group may do this");
        }
        return draft;
    }
}
