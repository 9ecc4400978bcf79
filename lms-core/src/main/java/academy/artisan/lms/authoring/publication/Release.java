package academy.artisan.lms.authoring.publication;

import java.util.HashMap;
import java.util.List;

import academy.artisan.lms.audit.AuditTrail;
import academy.artisan.lms.audit.Subject;
import academy.artisan.lms.authoring.TeachingGroups;
import academy.artisan.lms.authoring.draft.ContentChecks;
import academy.artisan.lms.authoring.draft.CourseDraft;
import academy.artisan.lms.authoring.draft.CourseDrafts;
import academy.artisan.lms.authoring.review.Reviewing;
import academy.artisan.lms.authoring.review.StageDecision;
import academy.artisan.lms.course.Approval;
import academy.artisan.lms.course.Publishing;
import academy.artisan.lms.course.Publishing.Published;
import academy.artisan.lms.identity.PersonId;
import org.springframework.stereotype.Component;

/** Makes a version of a draft that is locked, if exactly its content was approved. */
@Component
class Release {

    private final TeachingGroups groups;
    private final CourseDrafts drafts;
    private final ContentChecks checks;
    private final Reviewing reviewing;
    private final Publishing publishing;
    private final AuditTrail audit;

    Release(
            TeachingGroups groups,
            CourseDrafts drafts,
            ContentChecks checks,
            Reviewing reviewing,
            Publishing publishing,
            AuditTrail audit) {
        this.groups = groups;
        this.drafts = drafts;
        this.checks = checks;
        this.reviewing = reviewing;
        this.publishing = publishing;
        this.audit = audit;
    }

    /** The evidence that the draft could be published as it is; ends if there is none. */
    List<Approval> requireReady(CourseDraft draft) {
        var approval = reviewing.requireApproval(draft);
        // What is published is the content, not the digest that was noted beside it
        if (!draft.content().digest().equals(approval.digest())) {
            throw new ContentNotAsApproved();
        }
        checks.requireComplete(draft);
        return approval.decisions().stream().map(this::evidence).toList();
    }

    Published release(CourseDraft draft, PersonId by, Wish wish) {
        checks.hold(draft.content());
        var terms = new Publishing.Terms(by, wish.learnersInProgress(), wish.note());
        var published = publishing.publish(content(draft, requireReady(draft)), terms);
        var version = published.version();
        if (published.isNew()) {
            drafts.notePublished(draft, version.version(), version.digest());
            var details = new HashMap<String, Object>();
            details.put("version", version.version());
            details.put("digest", version.digest());
            details.put("learnersInProgress", wish.learnersInProgress());
            details.put("note", wish.note());
            audit.record(by, "course-published", subject(draft), details);
        }
        return published;
    }

    Publishing.Approved content(CourseDraft draft, List<Approval> approvals) {
        var group = groups.get(draft.groupId());
        var content = draft.content();
        return new Publishing.Approved(
                draft.courseId(), group.id(), group.name(), group.field(), content, checks.seconds(content), approvals);
    }

    private Approval evidence(StageDecision decision) {
        return new Approval(
                decision.kind().name(),
                decision.personId(),
                decision.decidedAt(),
                decision.digest(),
                decision.revision(),
                decision.groupId() == null
                        ? null
                        : groups.get(decision.groupId()).name());
    }

    static Subject subject(CourseDraft draft) {
        return Subject.of("course", draft.courseId(), draft.groupId());
    }
}
