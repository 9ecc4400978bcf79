package academy.artisan.lms.authoring.exchange;

import java.time.Clock;
import java.util.List;

import academy.artisan.lms.authoring.TeachingGroups;
import academy.artisan.lms.authoring.archive.ArchiveUploads;
import academy.artisan.lms.authoring.archive.ArchiveUploads.PartAddress;
import academy.artisan.lms.authoring.archive.ArchiveUploads.UploadedPart;
import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.jobs.Jobs;
import academy.artisan.lms.support.InvalidFields;
import academy.artisan.lms.support.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Bringing courses back: authors of the group that the course will belong to may. The object store is never asked
 * inside a database transaction, so each step can be repeated after a crash.
 */
@Service
class Importing {

    private final TeachingGroups groups;
    private final Imports imports;
    private final ArchiveUploads uploads;
    private final Jobs jobs;
    private final TransactionOperations transaction;
    private final ExchangeProperties properties;
    private final Clock clock;

    Importing(
            TeachingGroups groups,
            Imports imports,
            ArchiveUploads uploads,
            Jobs jobs,
            TransactionOperations transaction,
            ExchangeProperties properties,
            Clock clock) {
        this.groups = groups;
        this.imports = imports;
        this.uploads = uploads;
        this.jobs = jobs;
        this.transaction = transaction;
        this.properties = properties;
        this.clock = clock;
    }

    Import begin(Caller caller, GroupId groupId, String fileName, long sizeBytes, boolean asCopy) {
        groups.requireAuthor(caller, groupId);
        if (sizeBytes > Limits.ARCHIVE_BYTES) {
            throw new InvalidFields(
                    "sizeBytes", "Max", "an archive has at most %d bytes".formatted(Limits.ARCHIVE_BYTES));
        }
        if (fileName.codePoints().anyMatch(point -> point == '/' || point == '\\' || Character.isISOControl(point))) {
            throw new InvalidFields("fileName", "FileName", "has no path and no control characters");
        }
        var importId = ImportId.next();
        var upload = uploads.begin(importId.value(), sizeBytes);
        imports.add(new Import(
                importId,
                groupId,
                caller.personId(),
                fileName,
                upload,
                asCopy,
                ImportState.UPLOADING,
                0,
                null,
                List.of()));
        return get(caller, importId);
    }

    /** Where the parts are to be put. */
    List<PartAddress> addresses(Import begun) {
        return uploads.addresses(begun.id(), begun.upload());
    }

    /** The import, if its upload can go on. */
    Import open(Caller caller, ImportId importId) {
        var found = writable(caller, importId);
        if (found.state() != ImportState.UPLOADING) {
            throw new ImportUploaded();
        }
        return found;
    }

    /** Hands what was uploaded over to be checked; again is no change. */
    Import complete(Caller caller, ImportId importId, List<UploadedPart> parts) {
        var found = writable(caller, importId);
        if (found.state() == ImportState.UPLOADING) {
            uploads.complete(found.id(), found.upload(), parts);
            transaction.executeWithoutResult(ignored -> {
                if (imports.complete(importId)) {
                    jobs.schedule(ExchangeConfiguration.IMPORT_COURSE, importId.toString(), clock.instant());
                }
            });
        }
        return get(caller, importId);
    }

    Import get(Caller caller, ImportId importId) {
        return imports.find(importId)
                .filter(found -> groups.mayRead(caller, found.groupId()))
                .orElseThrow(() -> new NotFound("import", importId));
    }

    private Import writable(Caller caller, ImportId importId) {
        var found = get(caller, importId);
        groups.requireAuthor(caller, found.groupId());
        return found;
    }

    /** Throws away what was announced long ago and never completed. */
    void removeAbandoned() {
        for (var abandoned : imports.abandoned(clock.instant().minus(properties.abandonedAfter()))) {
            uploads.abort(abandoned.id(), abandoned.upload());
            uploads.remove(abandoned.id());
            imports.removeUploading(abandoned.importId());
        }
    }
}
