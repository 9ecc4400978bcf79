package academy.artisan.lms.media.transcode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import academy.artisan.lms.media.content.ContentId;
import academy.artisan.lms.media.content.ContentKeys;
import academy.artisan.lms.media.content.Thumbnails;
import academy.artisan.lms.media.source.Failure;
import academy.artisan.lms.media.source.Prober;
import academy.artisan.lms.media.source.UnusableVideo;
import academy.artisan.lms.media.storage.ObjectStore;
import academy.artisan.lms.media.storage.ObjectStore.NewObject;
import academy.artisan.lms.media.transcode.TranscodeProperties.Encryption;
import academy.artisan.lms.media.transcode.Transcodings.Identity;
import academy.artisan.lms.support.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes uploaded content playable. A run starts from nothing, whatever an earlier one left: it claims the content,
 * clears away what is there, and shows its own result in one transaction when everything is in the store.
 */
@Component
class TranscodeJob {

    private static final Logger log = LoggerFactory.getLogger(TranscodeJob.class);

    private final Transcodings transcodings;
    private final ObjectStore store;
    private final Prober prober;
    private final Transcoder transcoder;
    private final TranscodeProperties properties;

    TranscodeJob(
            Transcodings transcodings,
            ObjectStore store,
            Prober prober,
            Transcoder transcoder,
            TranscodeProperties properties) {
        this.transcodings = transcodings;
        this.store = store;
        this.prober = prober;
        this.transcoder = transcoder;
        this.properties = properties;
    }

    /** Ends with an exception only if trying again may help. */
    void run(ContentId contentId) {
        var run = Ids.next();
        if (!transcodings.claim(contentId, run)) {
            clearIfGone(contentId);
            return;
        }
        try {
            attempt(contentId, run);
        } catch (RuntimeException failure) {
            transcodings.failedForNow(contentId, run, failure);
            throw failure;
        }
    }

    private void attempt(ContentId contentId, UUID run) {
        try (var work = WorkDirectory.open(properties.workDirectory(), contentId, run)) {
            process(contentId, run, work);
        } catch (UnusableVideo unusable) {
            log.info("Content {} cannot be used: {}", contentId, unusable.getMessage());
            transcodings.failed(contentId, run, unusable.failure());
        } catch (RunSuperseded taken) {
            log.warn("Content {} is processed by another run", contentId);
            store.remove(ContentKeys.run(contentId, run), ignored -> false);
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException("Stopped before content %s was ready".formatted(contentId), stopped);
        } finally {
            // The scheduler has yet to note how this ended, which an interrupted thread could not write
            Thread.interrupted();
        }
    }

    private void process(ContentId contentId, UUID run, WorkDirectory work)
            throws UnusableVideo, InterruptedException, IOException {
        clear(contentId);
        new Room(work.path(), properties.spareRoom())
                .require(store.size(ContentKeys.source(contentId)).orElse(0));
        var sha256 = store.downloadWithDigest(ContentKeys.source(contentId), work.source());
        switch (transcodings.identify(contentId, run, sha256)) {
            case Identity.NEW -> make(contentId, run, work);
            case Identity.STORED_BEFORE -> log.info("Content {} was there before", contentId);
            case Identity.OTHER_THAN_ANNOUNCED ->
                throw new UnusableVideo(Failure.OTHER_DIGEST, "its SHA-256 is " + sha256);
        }
    }

    /** A run that was killed after its content was removed has left what it made. A new source may come there. */
    private void clearIfGone(ContentId contentId) {
        if (transcodings.isGone(contentId)) {
            store.remove(ContentKeys.prefix(contentId), key -> key.equals(ContentKeys.source(contentId)));
        }
    }

    /** Removes what interrupted runs left. */
    private void clear(ContentId contentId) {
        var played = transcodings.runs(contentId).stream()
                .map(run -> ContentKeys.run(contentId, run))
                .toList();
        store.remove(
                ContentKeys.prefix(contentId),
                key -> key.equals(ContentKeys.source(contentId))
                        || played.stream().anyMatch(key::startsWith));
    }

    private void make(ContentId contentId, UUID run, WorkDirectory work)
            throws UnusableVideo, InterruptedException, IOException {
        var source = prober.probe(work.source(), work.path());
        var made = transcoder.make(
                source, work.source(), work.path(), percent -> transcodings.progress(contentId, run, percent));
        transcoder.poster(source, work.source(), work.path());
        var kept = properties.encryption() == Encryption.AES_128
                ? new SegmentEncryption().encrypt(made, work.path())
                : made;
        var objects = objects(ContentKeys.run(contentId, run), work.path(), kept);
        store.put(objects);
        transcodings.ready(contentId, run, kept, bytes(objects));
        log.info("Content {} is ready", contentId);
    }

    private static long bytes(List<NewObject> objects) throws IOException {
        var bytes = 0L;
        for (var object : objects) {
            bytes += Files.size(object.file());
        }
        return bytes;
    }

    private static List<NewObject> objects(String prefix, Path directory, Made made) {
        var objects = new ArrayList<NewObject>();
        objects.add(new NewObject(prefix + Transcoder.POSTER, directory.resolve(Transcoder.POSTER), "image/jpeg"));
        var thumbnails = made.thumbnails();
        for (var i = 1; thumbnails != null && i <= thumbnails.sheets(); i++) {
            var name = Thumbnails.sheet(i);
            objects.add(new NewObject(prefix + name, directory.resolve(name), "image/jpeg"));
        }
        for (var rendition : made.renditions()) {
            var folder = directory.resolve(rendition.name());
            var keys = prefix + rendition.name() + "/";
            var kind = rendition.frames() == null ? "audio/mp4" : "video/mp4";
            objects.add(new NewObject(keys + Encoding.INIT, folder.resolve(Encoding.INIT), kind));
            for (var i = 0; i < rendition.segmentSeconds().size(); i++) {
                var name = Encoding.segment(i);
                objects.add(new NewObject(keys + name, folder.resolve(name), "video/iso.segment"));
            }
        }
        return objects;
    }
}
