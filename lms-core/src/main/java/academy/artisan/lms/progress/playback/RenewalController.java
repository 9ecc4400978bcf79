package academy.artisan.lms.progress.playback;

import java.time.Instant;

import academy.artisan.lms.progress.PlaybackId;
import academy.artisan.lms.progress.ProgressProperties;
import academy.artisan.lms.progress.VideoStreams;
import academy.artisan.lms.progress.token.Bearer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Going on with a playback when the time of its token is over. */
@RestController
class RenewalController {

    /**
     * A playback that goes on.
     *
     * @param token takes the place of the one before
     * @param playlistUrl of a video: the HLS master playlist, with the new token
     * @param policy holds from now on; it may have changed
     */
    record RenewedPlayback(
            PlaybackId playbackId,
            String token,
            @Nullable String playlistUrl,
            Instant expiresAt,
            long renewAfterSeconds,
            PlaybackController.Policy policy) {}

    private final Renewals renewals;
    private final VideoStreams streams;
    private final ProgressProperties properties;

    RenewalController(Renewals renewals, VideoStreams streams, ProgressProperties properties) {
        this.renewals = renewals;
        this.streams = streams;
        this.properties = properties;
    }

    @PostMapping("/api/v1/playbacks/{playbackId}/renewal")
    RenewedPlayback renew(
            @PathVariable PlaybackId playbackId,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
        var renewed = renewals.renew(Bearer.token(authorization), playbackId);
        return new RenewedPlayback(
                playbackId,
                renewed.signed(),
                renewed.token().videoId() == null ? null : streams.playlistUrl(playbackId, renewed.signed()),
                renewed.token().expiresAt(),
                properties.renewAfter().toSeconds(),
                PlaybackController.Policy.of(renewed.token().policy()));
    }
}
