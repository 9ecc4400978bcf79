package academy.artisan.lms.authoring.draft;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import academy.artisan.lms.audit.AuditTrail;
import academy.artisan.lms.authoring.TeachingGroups;
import academy.artisan.lms.authoring.outline.Change;
import academy.artisan.lms.authoring.outline.Difference;
import academy.artisan.lms.authoring.outline.Edit;
import academy.artisan.lms.authoring.outline.Part;
import academy.artisan.lms.course.Catalog;
import academy.artisan.lms.course.CourseAttributes;
import academy.artisan.lms.course.CourseContent;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.support.InvalidFields;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writing: every save is a revision on top of the one that the author has seen. */
@Service
public class Drafting {

    private final TeachingGroups groups;
    private final DraftAccess access;
    private final CourseDrafts drafts;
    private final Revisions revisions;
    private final Contributors contributors;
    private final ContentChecks checks;
    private final Catalog catalog;
    private final AuditTrail audit;

    Drafting(
            TeachingGroups groups,
            DraftAccess access,
            CourseDrafts drafts,
            Revisions revisions,
            Contributors contributors,
            ContentChecks checks,
            Catalog catalog,
            AuditTrail audit) {
        this.groups = groups;
        this.access = access;
        this.drafts = drafts;
        this.revisions = revisions;
        this.contributors = contributors;
        this.checks = checks;
        this.catalog = catalog;
        this.audit = audit;
    }

    @Transactional
    public CourseDraft create(Caller caller, GroupId groupId, CourseAttributes about, @Nullable String message) {
        groups.requireAuthor(caller, groupId);
        var courseId = CourseId.next();
        var content = CourseContent.of(about, List.of());
        requireSavable(courseId, groupId, content, List.of(new Part.Course(about)));
        var draft = drafts.add(courseId, groupId, content, caller.personId(), message);
        audit.record(caller.personId(), "course-created", DraftSubject.of(draft), Map.of("title", about.title()));
        return draft;
    }

    public CourseDraft read(Caller caller, CourseId courseId) {
        return access.readable(caller, drafts.get(courseId));
    }

    /** The same, but only for members of its group: others see no more than what was submitted. */
    CourseDraft readAsMember(Caller caller, CourseId courseId) {
        return access.ofMember(caller, drafts.get(courseId));
    }

    /** The revision that last changed each part, as far as this look at the draft can know. */
    Map<UUID, Integer> changedIn(CourseDraft draft) {
        var changedIn = revisions.changedIn(
                draft.courseId(), Part.of(draft.courseId(), draft.content()).keySet());
        changedIn.replaceAll((part, revision) -> Math.min(revision, draft.revision()));
        return changedIn;
    }

    List<Finding> findings(CourseDraft draft) {
        return checks.findings(draft);
    }

    int knownSeconds(CourseDraft draft) {
        return checks.knownSeconds(draft);
    }

    /**
     * Saves the whole outline as the next revision.
     *
     * @throws DraftChangedMeanwhile if the draft is no longer at that revision
     */
    @Transactional
    public CourseDraft save(Caller caller, CourseId courseId, int revision, Outline outline, @Nullable String message) {
        var draft = access.writable(caller, drafts.lock(courseId));
        if (draft.revision() != revision) {
            throw new DraftChangedMeanwhile(draft.revision(), changesSince(revision, draft));
        }
        var content = outline.toContent(
                revisions.changedIn(courseId, outline.ids().toList()).keySet());
        return save(caller, draft, content, Difference.between(courseId, draft.content(), content), message);
    }

    /**
     * Changes a part and nothing else; several people may do so at once to different parts.
     *
     * @param seen what the caller has seen of what is changed
     * @param edit what to change
     * @throws DraftChangedMeanwhile if what the caller has seen of these parts is not what is there
     */
    @Transactional
    public CourseDraft edit(
            Caller caller,
            CourseId courseId,
            Function<CourseContent, Seen> seen,
            Function<CourseContent, Edit> edit,
            @Nullable String message) {
        var draft = access.writable(caller, drafts.lock(courseId));
        requireUnchanged(draft, seen.apply(draft.content()));
        var change = edit.apply(draft.content());
        var content = change.applyTo(draft.content());
        return save(caller, draft, content, Difference.of(change, courseId, draft.content(), content), message);
    }

    /**
     * Makes the content of an earlier revision or of a published version the newest.
     *
     * @throws DraftChangedMeanwhile if the draft is no longer at the revision that the caller has seen
     */
    @Transactional
    public CourseDraft revert(Caller caller, CourseId courseId, int seen, Snapshot to, @Nullable String message) {
        var draft = access.writable(caller, drafts.lock(courseId));
        if (draft.revision() != seen) {
            throw new DraftChangedMeanwhile(draft.revision(), changesSince(seen, draft));
        }
        var content = switch (to) {
            case Snapshot.OfRevision revision -> revisions.requireContentAt(courseId, revision.revision());
            case Snapshot.OfVersion version -> catalog.content(courseId, version.version());
        };
        var reverted = save(caller, draft, content, Difference.between(courseId, draft.content(), content), message);
        if (reverted.revision() > draft.revision()) {
            contributors.revert(reverted, to instanceof Snapshot.OfRevision revision ? revision.revision() : seen);
        }
        return reverted;
    }

    /** What says the same already is not saved again. */
    private CourseDraft save(
            Caller caller, CourseDraft draft, CourseContent content, Difference difference, @Nullable String message) {
        if (difference.isNone()) {
            return draft;
        }
        requireSavable(
                draft.courseId(),
                draft.groupId(),
                content,
                difference.partsNow().values());
        return drafts.save(draft, new Save(content, difference, caller.personId(), message));
    }

    private void requireSavable(CourseId courseId, GroupId groupId, CourseContent content, Collection<Part> changed) {
        var findings = checks.unsavable(courseId, groupId, changed);
        if (!findings.isEmpty()) {
            throw new InvalidFields(FieldPaths.errors(content, findings));
        }
    }

    private void requireUnchanged(CourseDraft draft, Seen seen) {
        if (seen.parts().isEmpty()) {
            return;
        }
        var changedIn = revisions.changedIn(draft.courseId(), seen.parts());
        var isUnchanged = seen.parts().stream().allMatch(part -> changedIn.getOrDefault(part, 0) <= seen.revision());
        if (!isUnchanged || seen.revision() > draft.revision() || !sawAllOfSection(draft, seen)) {
            var changes = changesSince(seen.revision(), draft).stream()
                    .filter(change -> seen.parts().contains(change.partId()))
                    .toList();
            throw new DraftChangedMeanwhile(draft.revision(), changes);
        }
    }

    private boolean sawAllOfSection(CourseDraft draft, Seen seen) {
        return seen.section() == null
                || revisions
                        .contentAt(draft.courseId(), seen.revision())
                        .filter(then -> seen.hadAllLessons(then, draft.content()))
                        .isPresent();
    }

    private List<Change> changesSince(int revision, CourseDraft draft) {
        return revisions
                .contentAt(draft.courseId(), revision)
                .map(seen -> Difference.between(draft.courseId(), seen, draft.content())
                        .changes())
                .orElse(List.of());
    }
}
