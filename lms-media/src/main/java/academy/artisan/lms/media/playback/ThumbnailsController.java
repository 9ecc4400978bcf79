package academy.artisan.lms.media.playback;

import java.util.UUID;

import academy.artisan.lms.media.storage.ObjectStore;
import academy.artisan.lms.progress.PlaybackId;
import academy.artisan.lms.support.NotFound;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Which picture to show over the seek bar, as WebVTT in the way players understand: an address and a part of it. */
@RestController
class ThumbnailsController {

    private final Admission admission;
    private final Streams streams;
    private final ObjectStore store;

    ThumbnailsController(Admission admission, Streams streams, ObjectStore store) {
        this.admission = admission;
        this.streams = streams;
        this.store = store;
    }

    @GetMapping("/api/v1/playbacks/{playbackId}/{run}/thumbnails.vtt")
    ResponseEntity<String> thumbnails(
            @PathVariable PlaybackId playbackId, @PathVariable UUID run, @RequestParam String token) {
        var stream = streams.find(admission.video(playbackId, token), run)
                .filter(found -> found.thumbnails() != null)
                .orElseThrow(() -> new NotFound("thumbnails", run));
        return ResponseEntity.ok()
                .contentType(CaptionStreamsController.WEB_VTT)
                .cacheControl(CacheControl.noStore().cachePrivate())
                .body(SeekPictures.webVtt(stream, store.signedReads(stream.playableFor())));
    }
}
