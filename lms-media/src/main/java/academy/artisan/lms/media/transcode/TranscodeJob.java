package academy.artisan.lms.media.transcode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import academy.artisan.lms.course.VideoId;
import academy.artisan.lms.media.storage.ObjectStore;
import academy.artisan.lms.media.storage.ObjectStore.NewObject;
import academy.artisan.lms.media.storage.VideoKeys;
import academy.artisan.lms.support.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes an uploaded video playable. A run starts from nothing, whatever an earlier one left: it claims the video,
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
    void run(VideoId videoId) {
        var run = Ids.next();
        if (!transcodings.claim(videoId, run)) {
            return;
        }
        try (var work = WorkDirectory.open(properties.workDirectory(), videoId, run)) {
            make(videoId, run, work);
            log.info("Video {} is ready", videoId);
        } catch (UnusableVideo unusable) {
            log.info("Video {} cannot be used: {}", videoId, unusable.getMessage());
            transcodings.failed(videoId, unusable.failure());
        } catch (RunSuperseded taken) {
            log.warn("Video {} is processed by another run", videoId);
            store.remove(VideoKeys.run(videoId, run), ignored -> false);
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException("Stopped before video %s was ready".formatted(videoId), stopped);
        } finally {
            // The scheduler has yet to note how this ended, which an interrupted thread could not write
            Thread.interrupted();
        }
    }

    private void make(VideoId videoId, UUID run, WorkDirectory work)
            throws UnusableVideo, InterruptedException, IOException {
        store.remove(VideoKeys.prefix(videoId), VideoKeys.source(videoId)::equals);
        store.download(VideoKeys.source(videoId), work.source());
        var source = prober.probe(work.source(), work.path());
        transcoder.poster(source, work.source(), work.path());
        var renditions = transcoder.renditions(
                source, work.source(), work.path(), percent -> transcodings.progress(videoId, run, percent));
        var prefix = VideoKeys.run(videoId, run);
        store.put(objects(prefix, work.path(), renditions));
        transcodings.ready(videoId, run, prefix, prefix + Transcoder.POSTER, renditions);
    }

    private static List<NewObject> objects(String prefix, Path directory, List<Rendition> renditions) {
        var objects = new ArrayList<NewObject>();
        objects.add(new NewObject(prefix + Transcoder.POSTER, directory.resolve(Transcoder.POSTER), "image/jpeg"));
        for (var rendition : renditions) {
            var folder = Encoding.directory(directory, rendition.rung());
            var keys = prefix + rendition.rung().name() + "/";
            objects.add(new NewObject(keys + Encoding.INIT, folder.resolve(Encoding.INIT), "video/mp4"));
            for (var i = 0; i < rendition.segmentSeconds().size(); i++) {
                var name = Encoding.segment(i);
                objects.add(new NewObject(keys + name, folder.resolve(name), "video/iso.segment"));
            }
        }
        return objects;
    }
}
