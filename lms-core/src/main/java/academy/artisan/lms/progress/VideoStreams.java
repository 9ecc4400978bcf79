package academy.artisan.lms.progress;

/** Where a player finds the playlist of the video that a playback was opened for; the media module answers. */
public interface VideoStreams {

    /** The path and query of the master playlist, on the application's own address; it carries the token. */
    String playlistUrl(PlaybackId playbackId, String token);
}
