package academy.artisan.lms.media.playback;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import academy.artisan.lms.course.VideoId;
import academy.artisan.lms.media.captions.CaptionTrack;
import academy.artisan.lms.media.captions.CaptionTracks;
import org.springframework.stereotype.Component;

/** Which captions a video has. They may be corrected at any time, so they are remembered for some seconds only. */
@Component
class RecentTracks {

    private static final int REMEMBERED = 300;
    private static final Duration KNOWN_FOR = Duration.ofSeconds(10);

    private record Known(List<CaptionTrack> tracks, Instant readAt) {}

    private final CaptionTracks captions;
    private final Clock clock;
    private final Recent<VideoId, Known> known = new Recent<>(REMEMBERED);

    RecentTracks(CaptionTracks captions, Clock clock) {
        this.captions = captions;
        this.clock = clock;
    }

    List<CaptionTrack> of(VideoId videoId) {
        var oldest = clock.instant().minus(KNOWN_FOR);
        return known.find(
                        videoId,
                        found -> found.readAt().isAfter(oldest),
                        id -> Optional.of(new Known(captions.of(id), clock.instant())))
                .map(Known::tracks)
                .orElseGet(List::of);
    }
}
