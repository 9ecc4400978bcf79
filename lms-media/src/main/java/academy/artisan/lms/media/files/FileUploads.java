package academy.artisan.lms.media.files;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;

import academy.artisan.lms.audit.AuditTrail;
import academy.artisan.lms.audit.Subject;
import academy.artisan.lms.authoring.TeachingGroups;
import academy.artisan.lms.course.FileId;
import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.media.storage.ObjectStore;
import academy.artisan.lms.media.storage.ObjectStoreUnavailable;
import academy.artisan.lms.media.usage.Usages;
import academy.artisan.lms.support.InvalidFields;
import academy.artisan.lms.support.NotFound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Files from their announcement to their removal. The object store is never asked inside a database transaction, so
 * each step can be repeated after a crash: an object is there before its row says so, and gone before its row is.
 */
@Service
class FileUploads {

    /** Where the content of an announced file is to be put. */
    record UploadAddress(FileId fileId, String url, long validForSeconds) {}

    private static final Logger log = LoggerFactory.getLogger(FileUploads.class);

    private final StoredFiles files;
    private final ObjectStore store;
    private final ArrivedFiles arrived;
    private final TeachingGroups groups;
    private final Usages usages;
    private final AuditTrail trail;
    private final TransactionOperations transaction;
    private final FileProperties properties;
    private final Clock clock;

    FileUploads(
            StoredFiles files,
            ObjectStore store,
            ArrivedFiles arrived,
            TeachingGroups groups,
            Usages usages,
            AuditTrail trail,
            TransactionOperations transaction,
            FileProperties properties,
            Clock clock) {
        this.files = files;
        this.store = store;
        this.arrived = arrived;
        this.groups = groups;
        this.usages = usages;
        this.trail = trail;
        this.transaction = transaction;
        this.properties = properties;
        this.clock = clock;
    }

    UploadAddress begin(Caller caller, GroupId groupId, String name, long sizeBytes) {
        groups.requireAuthor(caller, groupId);
        if (!FileNames.isPlain(name)) {
            throw new InvalidFields("fileName", "FileName", "has no path and no control characters");
        }
        var type = FileNames.type(name)
                .orElseThrow(() -> new InvalidFields(
                        "fileName", "FileType", "ends with .pdf, .pptx, .docx, .xlsx, .jpg, .jpeg or .png"));
        var most = properties.mostBytes(type);
        if (sizeBytes > most) {
            throw new InvalidFields("sizeBytes", "Max", "a %s has at most %d bytes".formatted(type, most));
        }
        var fileId = FileId.next();
        files.add(fileId, groupId, type, name, sizeBytes, caller.personId());
        var validFor = properties.uploadUrlsValidFor();
        return new UploadAddress(
                fileId, store.signedPut(FileKeys.upload(fileId), sizeBytes, validFor), validFor.toSeconds());
    }

    /** Looks at what arrived and takes it or refuses it for good; once more brings the same answer. */
    StoredFile complete(Caller caller, FileId fileId) {
        var file = writable(caller, fileId);
        if (file.state() == FileState.UPLOADING) {
            arrived.judge(file);
            file = writable(caller, fileId);
        }
        if (file.state() == FileState.REFUSED) {
            throw new FileRefused(fileId, Objects.requireNonNull(file.refusal()));
        }
        return file;
    }

    StoredFile get(Caller caller, FileId fileId) {
        return files.find(fileId)
                .filter(file -> groups.mayRead(caller, file.groupId()))
                .orElseThrow(() -> new NotFound("file", fileId));
    }

    /** Throws a file away that no course shows. */
    void remove(Caller caller, FileId fileId) {
        transaction.executeWithoutResult(ignored -> hide(caller, fileId));
        removeObjects(fileId);
    }

    private void hide(Caller caller, FileId fileId) {
        files.takeAlone(fileId);
        var file = writable(caller, fileId);
        var usage = usages.of(caller, fileId);
        if (file.isReady() && !usage.isNone()) {
            throw new FileInUse(fileId, usage);
        }
        files.hide(fileId);
        trail.record(
                caller.personId(),
                "file-removed",
                Subject.of("file", fileId, file.groupId()),
                Map.of("fileName", file.name(), "sizeBytes", file.sizeBytes(), "state", file.state()));
    }

    /** Throws away what was never completed or was refused long ago, and what a crash left behind. */
    void removeAbandoned() {
        var before = clock.instant().minus(properties.abandonedAfter());
        WorkFolder.removeOld(properties.workDirectory(), before);
        files.hideUnfinished(before).forEach(this::removeObjects);
        // An upload address outlives the completion and the removal of its file
        store.removeOlder(FileKeys.UPLOADS, before);
    }

    /** What the store refuses stays hidden, and is removed with what is abandoned. */
    private void removeObjects(FileId fileId) {
        try {
            store.remove(FileKeys.prefix(fileId), ignored -> false);
            store.remove(FileKeys.upload(fileId), ignored -> false);
            files.forget(fileId);
        } catch (ObjectStoreUnavailable later) {
            log.warn("Objects of file {} are removed later: {}", fileId, later.getMessage());
        }
    }

    private StoredFile writable(Caller caller, FileId fileId) {
        var file = get(caller, fileId);
        groups.requireAuthor(caller, file.groupId());
        return file;
    }
}
