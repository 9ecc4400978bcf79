package academy.artisan.lms.progress;

import academy.artisan.lms.support.Problem;

/** The time of this token is over; for a while it can be renewed. */
class PlaybackTokenExpired extends Problem {

    PlaybackTokenExpired() {
        super(Kind.NOT_AUTHENTICATED, "The playback token has expired");
    }
}
