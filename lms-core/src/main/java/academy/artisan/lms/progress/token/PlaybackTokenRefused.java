package academy.artisan.lms.progress.token;

import academy.artisan.lms.support.Problem;

/** The token is altered, expired long ago, of another playback or not a playback token at all. */
public final class PlaybackTokenRefused extends Problem {

    PlaybackTokenRefused(String why) {
        super(Kind.NOT_AUTHENTICATED, why);
    }
}
