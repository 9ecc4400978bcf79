package academy.artisan.lms.media.captions;

import java.util.List;
import java.util.Optional;

import academy.artisan.lms.course.VideoId;
import org.springframework.stereotype.Component;

/** Captions as players have them. */
@Component
public class CaptionTracks {

    private final StoredCaptions stored;

    CaptionTracks(StoredCaptions stored) {
        this.stored = stored;
    }

    /** In order of language. */
    public List<CaptionTrack> of(VideoId videoId) {
        return stored.of(videoId).stream()
                .map(caption -> new CaptionTrack(caption.language(), caption.label(), caption.sha256()))
                .toList();
    }

    /** The WebVTT of a language, as it is now. */
    public Optional<String> text(VideoId videoId, String language) {
        return stored.text(videoId, language);
    }
}
