package academy.artisan.lms.authoring.publication;

import java.util.Map;

import academy.artisan.lms.audit.AuditTrail;
import academy.artisan.lms.authoring.draft.CourseDraft;
import academy.artisan.lms.authoring.draft.CourseDrafts;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.support.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Publishes what waits when its time has come, in the name of who arranged it. The content, its approval and the right
 * to publish are looked at again: if one does not hold any more, nothing is published, and who arranged it is told.
 */
@Component
class PublishAtSetTime {

    private static final Logger log = LoggerFactory.getLogger(PublishAtSetTime.class);

    private final CourseDrafts drafts;
    private final Obstacles obstacles;
    private final Release release;
    private final Schedule schedule;
    private final Arrangers arrangers;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    PublishAtSetTime(
            CourseDrafts drafts,
            Obstacles obstacles,
            Release release,
            Schedule schedule,
            Arrangers arrangers,
            AuditTrail audit,
            TransactionTemplate transaction) {
        this.drafts = drafts;
        this.obstacles = obstacles;
        this.release = release;
        this.schedule = schedule;
        this.arrangers = arrangers;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** Done again, it finds nothing that waits. */
    void publish(CourseId courseId) {
        try {
            transaction.executeWithoutResult(status -> publishWaiting(courseId));
        } catch (Problem problem) {
            if (problem.kind() == Problem.Kind.UNAVAILABLE) {
                throw problem;
            }
            log.info("Course {} is not published as it was arranged: {}", courseId, problem.getMessage());
            giveUp(courseId);
        }
    }

    private void publishWaiting(CourseId courseId) {
        var draft = drafts.lock(courseId);
        schedule.find(courseId)
                .ifPresent(waiting -> obstacles
                        .between(draft, waiting)
                        .ifPresentOrElse(why -> giveUp(draft, waiting, why), () -> publish(draft, waiting)));
    }

    private void publish(CourseDraft draft, ScheduledPublication waiting) {
        release.release(draft, waiting.scheduledBy(), waiting.wish());
        schedule.forget(waiting.courseId());
    }

    void giveUp(CourseId courseId) {
        transaction.executeWithoutResult(status -> {
            var draft = drafts.lockAlsoDeleted(courseId);
            schedule.find(courseId).ifPresent(waiting -> giveUp(draft, waiting, WhyNot.FAILED));
        });
    }

    private void giveUp(CourseDraft draft, ScheduledPublication waiting, WhyNot why) {
        schedule.forget(waiting.courseId());
        arrangers.tell(waiting, draft, why);
        audit.record(
                null,
                "publication-failed",
                Release.subject(draft),
                Map.of("publishAt", waiting.publishAt().toString(), "digest", waiting.digest(), "reason", why));
    }
}
