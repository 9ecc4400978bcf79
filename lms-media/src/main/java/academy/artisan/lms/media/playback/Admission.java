package academy.artisan.lms.media.playback;

import java.util.Optional;

import academy.artisan.lms.course.VideoId;
import academy.artisan.lms.progress.PlaybackGate;
import academy.artisan.lms.progress.PlaybackId;
import academy.artisan.lms.progress.PlaybackTokens;
import academy.artisan.lms.support.NotFound;
import org.springframework.stereotype.Component;

/** Who asks for anything that belongs to a playback shows its token, and is let in while the playback may go on. */
@Component
class Admission {

    private final PlaybackTokens tokens;
    private final PlaybackGate gate;

    Admission(PlaybackTokens tokens, PlaybackGate gate) {
        this.tokens = tokens;
        this.gate = gate;
    }

    /** The video that may be played. */
    VideoId video(PlaybackId playbackId, String token) {
        var verified = tokens.verify(token, playbackId);
        gate.requireOpen(verified);
        return Optional.ofNullable(verified.videoId()).orElseThrow(() -> new NotFound("video", playbackId));
    }
}
