package academy.artisan.lms.media.playback;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import academy.artisan.lms.course.VideoId;
import academy.artisan.lms.progress.PlaybackId;
import academy.artisan.lms.progress.VideoStreams;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class MediaStreams implements VideoStreams {

    private final Streams streams;

    MediaStreams(Streams streams) {
        this.streams = streams;
    }

    @Override
    public String playlistUrl(PlaybackId playbackId, String token) {
        return url(playbackId, "master.m3u8", token);
    }

    @Override
    public @Nullable String thumbnailsUrl(PlaybackId playbackId, VideoId videoId, String token) {
        return streams.current(videoId)
                .filter(stream -> stream.thumbnails() != null)
                .map(stream -> url(playbackId, stream.run() + "/thumbnails.vtt", token))
                .orElse(null);
    }

    private static String url(PlaybackId playbackId, String path, String token) {
        return "/api/v1/playbacks/%s/%s?token=%s"
                .formatted(playbackId, path, URLEncoder.encode(token, StandardCharsets.UTF_8));
    }
}
