package academy.artisan.lms.authoring.exchange;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import academy.artisan.lms.audit.AuditTrail;
import academy.artisan.lms.audit.Subject;
import academy.artisan.lms.authoring.TeachingGroups;
import academy.artisan.lms.authoring.draft.CarriedDrafts;
import academy.artisan.lms.authoring.draft.CourseDraft;
import academy.artisan.lms.authoring.draft.CourseDrafts;
import academy.artisan.lms.course.CarriedVersions;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.GroupId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes a course of what was read and checked: all of it, or nothing. */
@Component
class ImportedCourses {

    private final CarriedDrafts carried;
    private final CourseDrafts drafts;
    private final CarriedVersions versions;
    private final TeachingGroups groups;
    private final Imports imports;
    private final ImportClaims claims;
    private final ImportMedia media;
    private final AuditTrail audit;
    private final JdbcClient jdbc;

    ImportedCourses(
            CarriedDrafts carried,
            CourseDrafts drafts,
            CarriedVersions versions,
            TeachingGroups groups,
            Imports imports,
            ImportClaims claims,
            ImportMedia media,
            AuditTrail audit,
            JdbcClient jdbc) {
        this.carried = carried;
        this.drafts = drafts;
        this.versions = versions;
        this.groups = groups;
        this.imports = imports;
        this.claims = claims;
        this.media = media;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    /**
     * The course, if it is here already just like that.
     *
     * @throws Unacceptable if it is here and different, or if its ids are not free
     */
    Optional<CourseDraft> equalCourse(GroupId groupId, Archive archive) throws Unacceptable {
        var here = carried.find(archive.courseId());
        if (here.isPresent()) {
            requireEqual(here.get(), groupId, archive);
            return here;
        }
        var inUse = carried.inUse(archive.parts());
        if (!inUse.isEmpty()) {
            throw new Unacceptable(inUse.stream()
                    .map(id -> Flaw.of("part-of-another-course", id))
                    .toList());
        }
        return here;
    }

    private void requireEqual(CourseDraft here, GroupId groupId, Archive archive) throws Unacceptable {
        if (!here.groupId().equals(groupId)) {
            throw new Unacceptable(Flaw.of("course-of-another-group", here.courseId()));
        }
        if (carried.isDeleted(here.courseId())) {
            throw new Unacceptable(Flaw.of("course-deleted", here.courseId()));
        }
        if (!here.content().digest().equals(archive.manifest().draftDigest())) {
            throw new Unacceptable(Flaw.of("course-exists", here.courseId().toString(), "archive-difference.draft"));
        }
        if (!versions.digests(here.courseId()).equals(archive.versions())) {
            throw new Unacceptable(Flaw.of("course-exists", here.courseId().toString(), "archive-difference.versions"));
        }
    }

    /** Everything that is written of an import is written here. */
    @Transactional(rollbackFor = Exception.class)
    public CourseId add(Import found, UUID run, Archive archive, ArchiveFile file, ReceivedMedia received)
            throws IOException, Unacceptable {
        takeTurns();
        if (groups.get(found.groupId()).retired()) {
            throw new Unacceptable(Flaw.of("group-retired"));
        }
        var courseId = found.asCopy() ? copy(found, archive, received) : keep(found, archive, file, received);
        media.take(found, archive, file, received);
        imports.done(found.importId(), run, courseId);
        claims.release(found.importId());
        return courseId;
    }

    /** Ids are free when they are looked at and when they are taken. */
    private void takeTurns() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('authoring.exchange'))")
                .query((row, ignored) -> true)
                .single();
    }

    private CourseId copy(Import found, Archive archive, ReceivedMedia received) throws Unacceptable {
        var content = CarriedDrafts.withNewIds(archive.draft());
        var foreign = media.foreign(found, ContentIds.of(content), received);
        var draft = carried.add(CourseId.next(), found.groupId(), content, found.by(), Set.of(), foreign);
        note(found, archive, draft.courseId());
        return draft.courseId();
    }

    private CourseId keep(Import found, Archive archive, ArchiveFile file, ReceivedMedia received)
            throws IOException, Unacceptable {
        var equal = equalCourse(found.groupId(), archive);
        if (equal.isPresent()) {
            return equal.get().courseId();
        }
        var foreign = media.foreign(found, archive.all(), received);
        var courseId = archive.courseId();
        carried.add(
                courseId,
                found.groupId(),
                archive.draft(),
                found.by(),
                archive.earlier().parts(),
                foreign);
        for (var version : archive.versions().keySet()) {
            var content = file.text(archive.entry(Paths.version(version)));
            versions.add(courseId, found.groupId(), archive.facts(file, version), content);
        }
        if (!archive.versions().isEmpty()) {
            var last = archive.versions().lastEntry();
            drafts.notePublishedElsewhere(courseId, last.getKey(), last.getValue());
        }
        note(found, archive, courseId);
        return courseId;
    }

    private void note(Import found, Archive archive, CourseId courseId) {
        audit.record(
                found.by(),
                "course-imported",
                Subject.of("course", courseId, found.groupId()),
                Map.of(
                        "file",
                        found.fileName(),
                        "from",
                        archive.courseId(),
                        "digest",
                        archive.manifest().draftDigest(),
                        "versions",
                        found.asCopy() ? 0 : archive.versions().size(),
                        "copy",
                        found.asCopy()));
    }
}
