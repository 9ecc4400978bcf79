package academy.artisan.lms.progress.playback;

import academy.artisan.lms.support.Problem;

/** An administrator ended this playback. */
class PlaybackRevoked extends Problem {

    PlaybackRevoked() {
        super(Kind.NOT_ALLOWED, "This playback was revoked");
    }
}
