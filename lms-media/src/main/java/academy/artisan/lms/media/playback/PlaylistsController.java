package academy.artisan.lms.media.playback;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import academy.artisan.lms.course.VideoId;
import academy.artisan.lms.media.storage.ObjectStore;
import academy.artisan.lms.progress.PlaybackGate;
import academy.artisan.lms.progress.PlaybackId;
import academy.artisan.lms.progress.PlaybackTokens;
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
 * What a player reads first, as long as its playback is the credited one; the token in the address is all that it
 * needs, and video bytes come from the store.
 */
@RestController
@RequestMapping("/api/v1/playbacks/{playbackId}")
class PlaylistsController {

    static final MediaType HLS = MediaType.valueOf("application/vnd.apple.mpegurl");

    /** Twice the length and this long: for pauses and for watching parts again. */
    private static final Duration MARGIN = Duration.ofHours(1);

    private final PlaybackTokens tokens;
    private final PlaybackGate gate;
    private final Streams streams;
    private final ObjectStore store;

    PlaylistsController(PlaybackTokens tokens, PlaybackGate gate, Streams streams, ObjectStore store) {
        this.tokens = tokens;
        this.gate = gate;
        this.streams = streams;
        this.store = store;
    }

    @GetMapping("/master.m3u8")
    ResponseEntity<String> master(@PathVariable PlaybackId playbackId, @RequestParam String token) {
        return playlist(Playlists.master(
                streams.current(video(playbackId, token)).orElseThrow(() -> new NotFound("video", playbackId)), token));
    }

    /** Of the run that the master playlist named, so that nothing changes for who is in the middle of it. */
    @GetMapping("/{run}/{rendition}.m3u8")
    ResponseEntity<String> media(
            @PathVariable PlaybackId playbackId,
            @PathVariable UUID run,
            @PathVariable String rendition,
            @RequestParam String token) {
        var stream =
                streams.find(video(playbackId, token), run).orElseThrow(() -> new NotFound("rendition", rendition));
        var wanted = stream.rendition(rendition).orElseThrow(() -> new NotFound("rendition", rendition));
        var timeToLive = stream.length().multipliedBy(2).plus(MARGIN);
        return playlist(Playlists.media(wanted, store.signedReads(timeToLive)));
    }

    private VideoId video(PlaybackId playbackId, String token) {
        var verified = tokens.verify(token, playbackId);
        gate.requireOpen(verified);
        return Optional.ofNullable(verified.videoId()).orElseThrow(() -> new NotFound("video", playbackId));
    }

    private static ResponseEntity<String> playlist(String text) {
        return ResponseEntity.ok()
                .contentType(HLS)
                .cacheControl(CacheControl.noStore().cachePrivate())
                .body(text);
    }
}
