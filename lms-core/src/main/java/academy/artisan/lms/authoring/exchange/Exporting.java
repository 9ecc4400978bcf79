package academy.artisan.lms.authoring.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

import academy.artisan.lms.audit.AuditTrail;
import academy.artisan.lms.authoring.TeachingGroups;
import academy.artisan.lms.authoring.draft.CourseDraft;
import academy.artisan.lms.authoring.draft.CourseDrafts;
import academy.artisan.lms.authoring.draft.DraftSubject;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.jobs.Jobs;
import academy.artisan.lms.support.Ids;
import academy.artisan.lms.support.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Taking courses away: members of the group may. */
@Service
class Exporting {

    /** What was written: the draft as it was then, in a file that the caller removes. */
    record Exported(String title, Path file) {}

    private final TeachingGroups groups;
    private final CourseDrafts drafts;
    private final ArchiveBuilder builder;
    private final MadeArchives archives;
    private final AuditTrail audit;
    private final Jobs jobs;
    private final TransactionOperations transaction;
    private final ExchangeProperties properties;
    private final Clock clock;

    Exporting(
            TeachingGroups groups,
            CourseDrafts drafts,
            ArchiveBuilder builder,
            MadeArchives archives,
            AuditTrail audit,
            Jobs jobs,
            TransactionOperations transaction,
            ExchangeProperties properties,
            Clock clock) {
        this.groups = groups;
        this.drafts = drafts;
        this.builder = builder;
        this.archives = archives;
        this.audit = audit;
        this.jobs = jobs;
        this.transaction = transaction;
        this.properties = properties;
        this.clock = clock;
    }

    /** Draft and versions; a slow reader keeps no database connection. */
    Exported export(Caller caller, CourseId courseId) {
        var draft = readable(caller, courseId);
        var file = newFile();
        try {
            builder.build(draft, file);
            transaction.executeWithoutResult(ignored -> noteExport(caller, draft, false));
        } catch (RuntimeException failed) {
            remove(file, failed);
            throw failed;
        }
        return new Exported(draft.content().title(), file);
    }

    /** Has an archive with media made; while one of this course is being made, that one. */
    MadeArchive begin(Caller caller, CourseId courseId) {
        var draft = readable(caller, courseId);
        var bytes = builder.sizeBytes(builder.mediaOf(draft));
        if (bytes > Limits.ARCHIVE_BYTES - Limits.HARMLESS_BYTES) {
            throw new ArchiveTooLarge(bytes);
        }
        var archiveId = new ArchiveId(Ids.next());
        transaction.executeWithoutResult(ignored -> {
            if (archives.add(archiveId, draft, caller.personId(), properties.keptFor())) {
                jobs.schedule(ExchangeConfiguration.MAKE_ARCHIVE, archiveId.toString(), clock.instant());
                noteExport(caller, draft, true);
            }
        });
        return archives.find(courseId, archiveId)
                .or(() -> archives.building(courseId))
                .orElseThrow(() -> new NotFound("archive", archiveId));
    }

    MadeArchive get(Caller caller, CourseId courseId, ArchiveId archiveId) {
        return archives.find(courseId, archiveId)
                .filter(archive -> groups.mayRead(caller, archive.groupId()))
                .orElseThrow(() -> new NotFound("archive", archiveId));
    }

    private void noteExport(Caller caller, CourseDraft draft, boolean hasMedia) {
        audit.record(
                caller.personId(),
                "course-exported",
                DraftSubject.of(draft),
                Map.of("digest", draft.digest(), "media", hasMedia));
    }

    private CourseDraft readable(Caller caller, CourseId courseId) {
        var draft = drafts.get(courseId);
        if (!groups.mayRead(caller, draft.groupId())) {
            throw new NotFound("course", courseId);
        }
        return draft;
    }

    private static void remove(Path file, RuntimeException cause) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException disk) {
            cause.addSuppressed(disk);
        }
    }

    private Path newFile() {
        try {
            var folder = Files.createDirectories(properties.workDirectory().toAbsolutePath());
            return folder.resolve("export-" + Ids.next());
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }
}
