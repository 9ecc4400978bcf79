package academy.artisan.lms.authoring.publication;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

import academy.artisan.lms.audit.AuditTrail;
import academy.artisan.lms.authoring.draft.CourseDrafts;
import academy.artisan.lms.authoring.draft.DraftAccess;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.support.InvalidFields;
import academy.artisan.lms.support.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Publication at a set time: arranged, looked at, called off. */
@Service
class Scheduling {

    private static final Duration FURTHEST = Duration.ofDays(366);

    private final CourseDrafts drafts;
    private final DraftAccess access;
    private final Release release;
    private final Schedule schedule;
    private final AuditTrail audit;
    private final Clock clock;

    Scheduling(
            CourseDrafts drafts,
            DraftAccess access,
            Release release,
            Schedule schedule,
            AuditTrail audit,
            Clock clock) {
        this.drafts = drafts;
        this.access = access;
        this.release = release;
        this.schedule = schedule;
        this.audit = audit;
        this.clock = clock;
    }

    /** What could be published now is published then, in place of what was arranged before. */
    @Transactional
    ScheduledPublication schedule(Caller caller, CourseId courseId, Wish wish, Instant publishAt) {
        var draft = access.writable(caller, drafts.lock(courseId));
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        requireWithinReach(publishAt, now);
        release.requireReady(draft);
        var publication = new ScheduledPublication(
                courseId,
                draft.digest(),
                publishAt.truncatedTo(ChronoUnit.MICROS),
                wish.learnersInProgress(),
                wish.note(),
                caller.personId(),
                now);
        schedule.put(publication);
        audit.record(
                caller.personId(),
                "publication-scheduled",
                Release.subject(draft),
                Map.of(
                        "publishAt",
                        publication.publishAt().toString(),
                        "digest",
                        draft.digest(),
                        "learnersInProgress",
                        wish.learnersInProgress()));
        return publication;
    }

    private static void requireWithinReach(Instant publishAt, Instant now) {
        if (!publishAt.isAfter(now)) {
            throw new InvalidFields("publishAt", "Future", "is in the past");
        }
        if (publishAt.isAfter(now.plus(FURTHEST))) {
            throw new InvalidFields("publishAt", "WithinAYear", "is more than a year away");
        }
    }

    @Transactional(readOnly = true)
    public ScheduledPublication get(Caller caller, CourseId courseId) {
        access.readable(caller, drafts.get(courseId));
        return schedule.find(courseId).orElseThrow(() -> new NotFound("scheduled publication", courseId));
    }

    @Transactional
    void cancel(Caller caller, CourseId courseId) {
        var draft = access.writable(caller, drafts.lock(courseId));
        var waiting = schedule.find(courseId).orElseThrow(() -> new NotFound("scheduled publication", courseId));
        schedule.remove(courseId);
        audit.record(
                caller.personId(),
                "publication-cancelled",
                Release.subject(draft),
                Map.of("publishAt", waiting.publishAt().toString()));
    }
}
