package academy.artisan.lms.authoring.draft;

import java.util.Map;

import academy.artisan.lms.audit.AuditTrail;
import academy.artisan.lms.authoring.TeachingGroups;
import academy.artisan.lms.course.Catalog;
import academy.artisan.lms.course.CourseContent;
import academy.artisan.lms.course.CourseContent.SectionContent;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.CourseViewers;
import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.course.LessonId;
import academy.artisan.lms.course.SectionId;
import academy.artisan.lms.course.SharingOfCopies;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.support.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Beginning a course as a copy of another. */
@Service
class Copying {

    private final TeachingGroups groups;
    private final DraftAccess access;
    private final CourseDrafts drafts;
    private final Catalog catalog;
    private final Media media;
    private final BorrowedMedia borrowed;
    private final Contributors contributors;
    private final CourseViewers viewers;
    private final SharingOfCopies sharing;
    private final AuditTrail audit;

    Copying(
            TeachingGroups groups,
            DraftAccess access,
            CourseDrafts drafts,
            Catalog catalog,
            Media media,
            BorrowedMedia borrowed,
            Contributors contributors,
            CourseViewers viewers,
            SharingOfCopies sharing,
            AuditTrail audit) {
        this.groups = groups;
        this.access = access;
        this.drafts = drafts;
        this.catalog = catalog;
        this.media = media;
        this.borrowed = borrowed;
        this.contributors = contributors;
        this.viewers = viewers;
        this.sharing = sharing;
        this.audit = audit;
    }

    /**
     * Copies a draft of a group of the caller, or a published version that is open to the caller or of a group of the
     * caller. All parts get new ids; what belongs to another group is borrowed.
     *
     * @param version null for the draft
     */
    @Transactional
    CourseDraft copy(Caller caller, GroupId groupId, CourseId source, @Nullable Integer version) {
        groups.requireAuthor(caller, groupId);
        var original = version == null
                ? access.ofMember(caller, drafts.get(source)).content()
                : published(caller, source, version);
        var courseId = CourseId.next();
        var content = withNewIds(original);
        var draft = drafts.add(courseId, groupId, content, caller.personId(), null);
        borrowed.add(courseId, media.hold(content).notOwnedBy(groupId));
        keepContributors(source, version, courseId);
        sharing.keep(source, courseId, caller.personId());
        audit.record(
                caller.personId(),
                "course-copied",
                DraftSubject.of(draft),
                version == null ? Map.of("from", source) : Map.of("from", source, "version", version));
        return draft;
    }

    /** Whoever wrote the original does not review the copy. */
    private void keepContributors(CourseId source, @Nullable Integer version, CourseId copy) {
        if (version == null) {
            contributors.copyDraft(source, copy);
        } else {
            contributors.copyVersion(source, copy);
        }
    }

    private CourseContent published(Caller caller, CourseId source, int version) {
        var found = catalog.get(source, version);
        if (catalog.find(source, viewers.of(caller)).isEmpty() && !groups.mayRead(caller, found.groupId())) {
            throw new NotFound("course", source);
        }
        return catalog.content(source, version);
    }

    static CourseContent withNewIds(CourseContent original) {
        return CourseContent.of(
                original.attributes(),
                original.sections().stream().map(Copying::withNewIds).toList());
    }

    private static SectionContent withNewIds(SectionContent section) {
        return new SectionContent(
                SectionId.next(),
                section.title(),
                section.lessons().stream()
                        .map(lesson -> lesson.as(LessonId.next()))
                        .toList());
    }
}
