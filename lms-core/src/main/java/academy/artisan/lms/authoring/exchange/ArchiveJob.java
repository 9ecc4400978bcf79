package academy.artisan.lms.authoring.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import academy.artisan.lms.authoring.archive.ArchiveDownloads;
import academy.artisan.lms.authoring.archive.PortableMedia.Item;
import academy.artisan.lms.authoring.draft.CourseDraft;
import academy.artisan.lms.authoring.draft.CourseDrafts;
import academy.artisan.lms.support.Ids;
import academy.artisan.lms.support.NotFound;
import org.springframework.stereotype.Component;

/** Makes an archive with media. A run begins from nothing, whatever an earlier one left. */
@Component
class ArchiveJob {

    private final MadeArchives archives;
    private final CourseDrafts drafts;
    private final ArchiveBuilder builder;
    private final ArchiveDownloads downloads;
    private final ExchangeProperties properties;

    ArchiveJob(
            MadeArchives archives,
            CourseDrafts drafts,
            ArchiveBuilder builder,
            ArchiveDownloads downloads,
            ExchangeProperties properties) {
        this.archives = archives;
        this.drafts = drafts;
        this.builder = builder;
        this.downloads = downloads;
        this.properties = properties;
    }

    void run(ArchiveId archiveId) {
        var run = Ids.next();
        var claimed = archives.claim(archiveId, run);
        if (claimed.isPresent()) {
            try {
                make(archiveId, run, drafts.get(claimed.get().courseId()));
            } catch (NotFound deletedMeanwhile) {
                giveUp(archiveId);
            } finally {
                // The scheduler has yet to note how this ended, which an interrupted thread could not write
                Thread.interrupted();
            }
        }
    }

    private void make(ArchiveId archiveId, UUID run, CourseDraft draft) {
        var items = builder.mediaOf(draft);
        var bytes = builder.sizeBytes(items);
        var largest = items.stream().mapToLong(Item::sizeBytes).max().orElse(0);
        var done = new AtomicLong();
        try (var work = WorkFolder.open(properties.workDirectory(), archiveId.value(), run, bytes + largest)) {
            builder.build(draft, items, work, item -> {
                archives.progress(archiveId, run, (int) (90 * done.getAndAdd(item.sizeBytes()) / bytes));
            });
            downloads.put(archiveId.value(), work.archive());
            archives.ready(archiveId, run, Files.size(work.archive()));
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    void giveUp(ArchiveId archiveId) {
        downloads.remove(archiveId.value());
        archives.fail(archiveId);
    }

    /** Throws away what nobody can have any more. */
    void removeExpired() {
        for (var archive : archives.expired()) {
            downloads.remove(archive.id());
            archives.remove(archive.archiveId());
        }
    }
}
