package academy.artisan.lms.media.playback;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import academy.artisan.lms.progress.PlaybackId;
import academy.artisan.lms.progress.VideoStreams;
import org.springframework.stereotype.Component;

@Component
class MediaStreams implements VideoStreams {

    @Override
    public String playlistUrl(PlaybackId playbackId, String token) {
        return "/api/v1/playbacks/%s/master.m3u8?token=%s"
                .formatted(playbackId, URLEncoder.encode(token, StandardCharsets.UTF_8));
    }
}
