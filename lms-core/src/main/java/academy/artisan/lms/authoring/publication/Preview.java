package academy.artisan.lms.authoring.publication;

import java.util.List;

import academy.artisan.lms.authoring.draft.ContentChecks;
import academy.artisan.lms.authoring.draft.CourseDraft;
import academy.artisan.lms.authoring.draft.CourseDrafts;
import academy.artisan.lms.authoring.draft.DraftAccess;
import academy.artisan.lms.authoring.outline.Change;
import academy.artisan.lms.authoring.outline.Difference;
import academy.artisan.lms.authoring.review.Reviewing;
import academy.artisan.lms.course.Catalog;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.CourseVersion;
import academy.artisan.lms.course.ImpactFigures;
import academy.artisan.lms.course.PublicationImpact;
import academy.artisan.lms.course.Publishing;
import academy.artisan.lms.identity.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Says what the publication of a draft would mean for learners and their employers. */
@Service
class Preview {

    private final CourseDrafts drafts;
    private final DraftAccess access;
    private final ContentChecks checks;
    private final Reviewing reviewing;
    private final Catalog catalog;
    private final Publishing publishing;
    private final Release release;
    private final List<PublicationImpact> impacts;

    Preview(
            CourseDrafts drafts,
            DraftAccess access,
            ContentChecks checks,
            Reviewing reviewing,
            Catalog catalog,
            Publishing publishing,
            Release release,
            List<PublicationImpact> impacts) {
        this.drafts = drafts;
        this.access = access;
        this.checks = checks;
        this.reviewing = reviewing;
        this.catalog = catalog;
        this.publishing = publishing;
        this.release = release;
        this.impacts = impacts;
    }

    /** Of a draft that is complete, be it approved already or not. */
    PublicationPreview of(Caller caller, CourseId courseId) {
        var draft = access.writable(caller, drafts.get(courseId));
        checks.requireComplete(draft);
        var before = catalog.latest(courseId).orElse(null);
        var people = impacts.stream().map(impact -> impact.of(courseId)).toList();
        return new PublicationPreview(
                before,
                taken(courseId, people),
                publishing.wouldBe(release.content(draft, List.of())),
                draft.revision(),
                reviewing.approval(draft).isPresent(),
                changes(before, draft),
                people);
    }

    private List<CourseVersion> taken(CourseId courseId, List<ImpactFigures> people) {
        var numbers = people.stream()
                .filter(ImpactFigures.Learners.class::isInstance)
                .flatMap(figures -> ((ImpactFigures.Learners) figures).inVersion().keySet().stream())
                .toList();
        return catalog.get(courseId, numbers);
    }

    private List<Change> changes(@Nullable CourseVersion before, CourseDraft draft) {
        if (before == null) {
            return List.of();
        }
        var published = catalog.content(draft.courseId(), before.version());
        return Difference.between(draft.courseId(), published, draft.content()).changes();
    }
}
