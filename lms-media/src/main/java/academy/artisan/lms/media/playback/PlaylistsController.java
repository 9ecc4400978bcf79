package academy.artisan.lms.media.playback;

import java.util.UUID;

import academy.artisan.lms.media.storage.ObjectStore;
import academy.artisan.lms.progress.PlaybackId;
import academy.artisan.lms.support.NotFound;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What a player reads first; the token in the address is all that it needs, and video bytes come from the store. When
 * it is read again, one Redis round trip finds out whether the playback may still go on.
 */
@RestController
@RequestMapping("/api/v1/playbacks/{playbackId}")
class PlaylistsController {

    static final MediaType HLS = MediaType.valueOf("application/vnd.apple.mpegurl");

    private final Admission admission;
    private final Streams streams;
    private final RecentTracks tracks;
    private final ObjectStore store;

    PlaylistsController(Admission admission, Streams streams, RecentTracks tracks, ObjectStore store) {
        this.admission = admission;
        this.streams = streams;
        this.tracks = tracks;
        this.store = store;
    }

    @GetMapping("/master.m3u8")
    ResponseEntity<String> master(@PathVariable PlaybackId playbackId, @RequestParam String token) {
        var videoId = admission.video(playbackId, token);
        var stream = streams.current(videoId).orElseThrow(() -> new NotFound("video", playbackId));
        return playlist(Playlists.master(stream, tracks.of(videoId), token));
    }

    /** Of the run that the master playlist named, so that nothing changes for who is in the middle of it. */
    @GetMapping("/{run}/{rendition}.m3u8")
    ResponseEntity<String> media(
            @PathVariable PlaybackId playbackId,
            @PathVariable UUID run,
            @PathVariable String rendition,
            @RequestParam String token) {
        var stream = streams.find(admission.video(playbackId, token), run)
                .orElseThrow(() -> new NotFound("rendition", rendition));
        var wanted = stream.rendition(rendition).orElseThrow(() -> new NotFound("rendition", rendition));
        return playlist(Playlists.media(
                wanted, stream.isEncrypted() ? Playlists.key(token) : "", store.signedReads(stream.playableFor())));
    }

    static ResponseEntity<String> playlist(String text) {
        return ResponseEntity.ok()
                .contentType(HLS)
                .cacheControl(CacheControl.noStore().cachePrivate())
                .body(text);
    }
}
