package academy.artisan.lms.media.playback;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import academy.artisan.lms.course.VideoId;
import academy.artisan.lms.media.captions.CaptionTrack;
import academy.artisan.lms.media.captions.CaptionTracks;
import academy.artisan.lms.progress.PlaybackId;
import academy.artisan.lms.support.CanonicalJson;
import academy.artisan.lms.support.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Captions for who plays a video. */
@RestController
@RequestMapping("/api/v1/playbacks/{playbackId}/captions")
class CaptionStreamsController {

    static final MediaType WEB_VTT = new MediaType("text", "vtt", StandardCharsets.UTF_8);

    /** What an address with its digest names never changes. */
    private static final CacheControl UNCHANGING =
            CacheControl.maxAge(Duration.ofDays(1)).cachePrivate().immutable();

    private final Admission admission;
    private final Streams streams;
    private final RecentTracks tracks;
    private final CaptionTracks captions;

    CaptionStreamsController(Admission admission, Streams streams, RecentTracks tracks, CaptionTracks captions) {
        this.admission = admission;
        this.streams = streams;
        this.tracks = tracks;
        this.captions = captions;
    }

    @GetMapping("/{language}.m3u8")
    ResponseEntity<String> playlist(
            @PathVariable PlaybackId playbackId, @PathVariable String language, @RequestParam String token) {
        var videoId = admission.video(playbackId, token);
        var stream = streams.current(videoId).orElseThrow(() -> new NotFound("video", playbackId));
        return PlaylistsController.playlist(Playlists.captions(stream, track(videoId, language), token));
    }

    /** @param v the digest of the text that the playlist named; there may be another by now */
    @GetMapping("/{language}.vtt")
    ResponseEntity<String> text(
            @PathVariable PlaybackId playbackId,
            @PathVariable String language,
            @RequestParam String token,
            @RequestParam(required = false) @Nullable String v) {
        var text = captions.text(admission.video(playbackId, token), language)
                .orElseThrow(() -> new NotFound("caption", language));
        return ResponseEntity.ok()
                .contentType(WEB_VTT)
                .cacheControl(CanonicalJson.sha256(text).equals(v) ? UNCHANGING : CacheControl.noStore())
                .body(text);
    }

    private CaptionTrack track(VideoId videoId, String language) {
        return tracks.of(videoId).stream()
                .filter(track -> track.language().equals(language))
                .findFirst()
                .orElseThrow(() -> new NotFound("caption", language));
    }
}
