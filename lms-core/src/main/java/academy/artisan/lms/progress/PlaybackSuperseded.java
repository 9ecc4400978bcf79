package academy.artisan.lms.progress;

import academy.artisan.lms.support.Problem;

/** The learner opened another lesson, or this one on another device; only the newest playback is credited. */
public class PlaybackSuperseded extends Problem {

    public PlaybackSuperseded() {
        super(Kind.CONFLICT, "Another playback of this learner is the credited one");
    }
}
