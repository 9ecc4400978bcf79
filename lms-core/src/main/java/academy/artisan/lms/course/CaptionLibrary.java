package academy.artisan.lms.course;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** What is said in videos, as far as they have captions; the media module answers. */
public interface CaptionLibrary {

    /** A stretch of a video and what is said in it, as plain text. */
    record Spoken(Duration from, Duration to, String text) {}

    /**
     * All that is said in a video, in one language.
     *
     * @param language a BCP 47 tag
     * @param spoken in the order in which it begins
     */
    record Track(VideoId videoId, String language, List<Spoken> spoken) {}

    /** The languages in which a video has captions, as BCP 47 tags in order of the alphabet. */
    List<String> languages(VideoId id);

    /** What is said in the order in which it begins; nothing if there are no captions in this language. */
    List<Spoken> spoken(VideoId id, String language);

    /**
     * What is said in all these videos, in one query: the languages of a video follow each other in order of the
     * alphabet. One track at a time is read, so that many of them take no more memory than what is made of them.
     */
    void read(Collection<VideoId> ids, Consumer<Track> reader);
}
