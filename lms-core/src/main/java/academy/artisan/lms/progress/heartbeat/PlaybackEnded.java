package academy.artisan.lms.progress.heartbeat;

import academy.artisan.lms.support.Problem;

/** This playback was silent for so long that it is over; the lesson can be opened again. */
class PlaybackEnded extends Problem {

    PlaybackEnded() {
        super(Kind.CONFLICT, "This playback ended by its silence");
    }
}
