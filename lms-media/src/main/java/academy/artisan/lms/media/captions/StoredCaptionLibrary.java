package academy.artisan.lms.media.captions;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

import academy.artisan.lms.course.CaptionLibrary;
import academy.artisan.lms.course.VideoId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

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
                .flatMap(text -> spoken(text).stream())
                .toList();
    }

    /** In a transaction, without which the driver would read all rows at once. */
    @Override
    @Transactional(readOnly = true)
    public void read(Collection<VideoId> ids, Consumer<Track> reader) {
        stored.eachText(ids, (videoId, language, text) -> reader.accept(new Track(videoId, language, spoken(text))));
    }

    private static List<Spoken> spoken(String webVtt) {
        return CaptionParser.parse(webVtt, null).stream()
                .map(cue -> new Spoken(
                        cue.from(), cue.to(), CueText.ofWebVtt(cue.text()).plain()))
                .toList();
    }
}
