package academy.artisan.lms.authoring.publication;

import academy.artisan.lms.authoring.TeachingGroups;
import academy.artisan.lms.authoring.draft.ContentChecks;
import academy.artisan.lms.authoring.draft.CourseDrafts;
import academy.artisan.lms.authoring.draft.DraftAccess;
import academy.artisan.lms.authoring.review.Reviewing;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.CourseVersion;
import academy.artisan.lms.course.Publishing;
import academy.artisan.lms.identity.Caller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Publishes drafts, if exactly their content was approved. */
@Service
class Publications {

    private final TeachingGroups groups;
    private final CourseDrafts drafts;
    private final DraftAccess access;
    private final ContentChecks checks;
    private final Reviewing reviewing;
    private final Publishing publishing;

    Publications(
            TeachingGroups groups,
            CourseDrafts drafts,
            DraftAccess access,
            ContentChecks checks,
            Reviewing reviewing,
            Publishing publishing) {
        this.groups = groups;
        this.drafts = drafts;
        this.access = access;
        this.checks = checks;
        this.reviewing = reviewing;
        this.publishing = publishing;
    }

    @Transactional
    CourseVersion publish(Caller caller, CourseId courseId) {
        var draft = access.writable(caller, drafts.lock(courseId));
        reviewing.requireApproval(draft);
        var group = groups.get(draft.groupId());
        var version = publishing.publish(new Publishing.Approved(
                courseId, group.id(), group.name(), group.field(), draft.content(), checks.seconds(draft.content())));
        drafts.notePublished(courseId, version.version(), version.digest(), false);
        return version;
    }
}
