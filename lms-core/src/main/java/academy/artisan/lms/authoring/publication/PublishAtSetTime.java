package academy.artisan.lms.authoring.publication;

import java.util.List;
import java.util.Map;

import academy.artisan.lms.audit.AuditTrail;
import academy.artisan.lms.authoring.draft.CourseDraft;
import academy.artisan.lms.authoring.draft.CourseDrafts;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.notification.Notices;
import academy.artisan.lms.support.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Publishes what waits when its time has come, in the name of who arranged it and had the right to. The approval is
 * looked at again: if it does not hold any more, nothing is published, and who arranged it is told.
 */
@Component
class PublishAtSetTime {

    private static final Logger log = LoggerFactory.getLogger(PublishAtSetTime.class);

    private final CourseDrafts drafts;
    private final Release release;
    private final Schedule schedule;
    private final Notices notices;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    PublishAtSetTime(
            CourseDrafts drafts,
            Release release,
            Schedule schedule,
            Notices notices,
            AuditTrail audit,
            TransactionTemplate transaction) {
        this.drafts = drafts;
        this.release = release;
        this.schedule = schedule;
        this.notices = notices;
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
            giveUp(courseId, problem.getClass().getSimpleName());
        }
    }

    private void publishWaiting(CourseId courseId) {
        var draft = drafts.lock(courseId);
        schedule.find(courseId).ifPresent(waiting -> {
            release.release(draft, waiting.scheduledBy(), waiting.wish());
            schedule.forget(courseId);
        });
    }

    void giveUp(CourseId courseId, String why) {
        transaction.executeWithoutResult(status -> {
            var draft = drafts.lockAlsoDeleted(courseId);
            schedule.find(courseId).ifPresent(waiting -> giveUp(draft, waiting, why));
        });
    }

    private void giveUp(CourseDraft draft, ScheduledPublication waiting, String why) {
        schedule.forget(waiting.courseId());
        notices.tell(
                List.of(waiting.scheduledBy()),
                why.startsWith("Approval") ? "publication-not-approved" : "publication-failed",
                waiting.courseId() + "/" + waiting.publishAt(),
                List.of(draft.content().title()),
                "/api/v1/courses/%s/draft".formatted(waiting.courseId()));
        audit.record(
                null,
                "publication-failed",
                Release.subject(draft),
                Map.of("publishAt", waiting.publishAt().toString(), "reason", why));
    }
}
