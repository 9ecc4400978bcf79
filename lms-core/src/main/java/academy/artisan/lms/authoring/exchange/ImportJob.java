package academy.artisan.lms.authoring.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import academy.artisan.lms.authoring.archive.ArchiveUploads;
import academy.artisan.lms.support.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Checks an archive that arrived and imports it. A run begins from nothing and first throws away what an earlier one
 * left; it ends with the course, or with the reasons why not and nothing left.
 */
@Component
class ImportJob {

    private static final Logger log = LoggerFactory.getLogger(ImportJob.class);

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int PAUSES = 30;

    private final Imports imports;
    private final ImportClaims claims;
    private final ImportMedia media;
    private final ImportedCourses courses;
    private final ArchiveReader reader;
    private final ArchiveUploads uploads;
    private final TransactionOperations transaction;
    private final ExchangeProperties properties;

    ImportJob(
            Imports imports,
            ImportClaims claims,
            ImportMedia media,
            ImportedCourses courses,
            ArchiveReader reader,
            ArchiveUploads uploads,
            TransactionOperations transaction,
            ExchangeProperties properties) {
        this.imports = imports;
        this.claims = claims;
        this.media = media;
        this.courses = courses;
        this.reader = reader;
        this.uploads = uploads;
        this.transaction = transaction;
        this.properties = properties;
    }

    /** Ends with an exception only if trying again may help. */
    void run(ImportId importId) {
        var run = Ids.next();
        var claimed = imports.claim(importId, run);
        try {
            if (claimed.isPresent()) {
                clearAway(importId);
                judge(claimed.get(), run);
            }
            uploads.remove(importId.value());
        } catch (RunSuperseded taken) {
            log.warn("Import {} is done by another run", importId);
        } finally {
            // The scheduler has yet to note how this ended, which an interrupted thread could not write
            Thread.interrupted();
        }
    }

    /** Ends an import that failed again and again for a reason that is not in the archive. */
    void giveUp(ImportId importId) {
        var run = Ids.next();
        if (imports.claim(importId, run).isPresent()) {
            refuse(importId, run, List.of(Flaw.of("failed")));
        }
        uploads.remove(importId.value());
    }

    private void judge(Import found, UUID run) {
        var size = found.upload().sizeBytes();
        // The archive, and at most as much again for one entry of it
        try (var work = WorkFolder.open(properties.workDirectory(), found.id(), run, 2 * size)) {
            uploads.fetch(found.id(), work.archive());
            imports.progress(found.importId(), run, 10);
            try (var file = ArchiveFile.open(work.archive())) {
                take(found, run, new ImportMedia.Opened(file, work));
            }
        } catch (Unacceptable unacceptable) {
            log.info("Import {} is refused: {}", found.importId(), unacceptable.getMessage());
            refuse(found.importId(), run, unacceptable.flaws());
        } catch (DataIntegrityViolationException unfit) {
            log.warn("Import {} is refused by the database", found.importId(), unfit);
            refuse(found.importId(), run, List.of(Flaw.of("failed")));
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    private void take(Import found, UUID run, ImportMedia.Opened opened) throws IOException, Unacceptable {
        var archive = reader.read(opened.file());
        imports.progress(found.importId(), run, 20);
        var shown = found.asCopy() ? ContentIds.of(archive.draft()) : archive.all();
        var carried = archive.carried(shown);
        claim(found, run, archive, carried);
        if (!found.asCopy()) {
            courses.equalCourse(found.groupId(), archive);
        }
        var received = media.receive(found, run, carried, archive, opened);
        var courseId = courses.add(found, run, archive, opened.file(), received);
        log.info("Import {} became course {}", found.importId(), courseId);
    }

    /** Waits for other imports of the same; they do not take long, or fail. */
    private void claim(Import found, UUID run, Archive archive, List<Manifest.Media> carried) {
        Set<UUID> ids = new HashSet<>();
        carried.forEach(one -> ids.add(one.id()));
        if (!found.asCopy()) {
            ids.add(archive.courseId().value());
        }
        for (var pause = 0; !claims.take(found.importId(), run, ids); pause++) {
            if (pause == PAUSES) {
                throw new IllegalStateException("Another import of the same is under way");
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException("Stopped", stopped);
        }
    }

    private void refuse(ImportId importId, UUID run, List<Flaw> flaws) {
        // What another run has put meanwhile is not this one's to throw away
        imports.requireOwn(importId, run);
        media.discard(claims.of(importId));
        transaction.executeWithoutResult(ignored -> {
            imports.refuse(importId, run, flaws);
            claims.release(importId);
        });
    }

    private void clearAway(ImportId importId) {
        media.discard(claims.of(importId));
        claims.release(importId);
    }
}
