package academy.artisan.lms.progress.token;

import academy.artisan.lms.support.Problem;

/** The time of this token is over; for a while it can be renewed. */
public class PlaybackTokenExpired extends Problem {

    PlaybackTokenExpired() {
        super(Kind.NOT_AUTHENTICATED, "The playback token has expired");
    }
}
