package academy.artisan.lms.media.captions;

import java.util.List;

import academy.artisan.lms.course.CaptionLibrary;
import academy.artisan.lms.course.VideoId;
import org.springframework.stereotype.Component;

@Component
class StoredCaptionLibrary implements CaptionLibrary {

    private final StoredCaptions stored;

    StoredCaptionLibrary(StoredCaptions stored) {
        this.stored = stored;
    }

    @Override
    public List<String> languages(VideoId id) {
        return stored.of(id).stream().map(Caption::language).toList();
    }

    @Override
    public List<Spoken> spoken(VideoId id, String language) {
        return stored.text(id, language).stream()
                .flatMap(text -> CaptionParser.parse(text, null).stream())
                .map(cue -> new Spoken(
                        cue.from(), cue.to(), CueText.ofWebVtt(cue.text()).plain()))
                .toList();
    }
}
