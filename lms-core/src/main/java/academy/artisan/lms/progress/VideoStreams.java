package academy.artisan.lms.progress;

import academy.artisan.lms.course.VideoId;
import org.jspecify.annotations.Nullable;

/** Where a player finds the playlist of the video that a playback was opened for; the media module answers. */
public interface VideoStreams {

    /** The path and query of the master playlist, on the application's own address; it carries the token. */
    String playlistUrl(PlaybackId playbackId, String token);

    /** The same of the pictures for the seek bar, as WebVTT; null where there are none. */
    @Nullable String thumbnailsUrl(PlaybackId playbackId, VideoId videoId, String token);
}
