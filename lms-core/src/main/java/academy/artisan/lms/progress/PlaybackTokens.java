package academy.artisan.lms.progress;

import academy.artisan.lms.progress.token.PlaybackTokenExpired;
import academy.artisan.lms.progress.token.PlaybackTokenRefused;

/** Signs playback tokens and reads them back. */
public interface PlaybackTokens {

    String sign(PlaybackToken token);

    /**
     * Reads a token that must belong to the given playback.
     *
     * @throws PlaybackTokenExpired if its time is over; it can be renewed (401)
     * @throws PlaybackTokenRefused if it is altered, of another playback or not a playback token at all (401)
     */
    PlaybackToken verify(String token, PlaybackId playbackId);
}
