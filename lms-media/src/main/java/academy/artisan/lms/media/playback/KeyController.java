package academy.artisan.lms.media.playback;

import java.util.UUID;

import academy.artisan.lms.progress.PlaybackId;
import academy.artisan.lms.support.NotFound;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The key of encrypted segments, for whose playback may go on. */
@RestController
class KeyController {

    private final Admission admission;
    private final Streams streams;

    KeyController(Admission admission, Streams streams) {
        this.admission = admission;
        this.streams = streams;
    }

    /** 16 bytes. */
    @GetMapping("/api/v1/playbacks/{playbackId}/{run}/key")
    ResponseEntity<byte[]> key(
            @PathVariable PlaybackId playbackId, @PathVariable UUID run, @RequestParam String token) {
        var key = streams.key(admission.video(playbackId, token), run).orElseThrow(() -> new NotFound("key", run));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .cacheControl(CacheControl.noStore().cachePrivate())
                .body(key);
    }
}
