package academy.artisan.lms.course;

import java.time.Duration;
import java.util.List;

/** What is said in videos, as far as they have captions; the media module answers. */
public interface CaptionLibrary {

    /** A stretch of a video and what is said in it, as plain text. */
    record Spoken(Duration from, Duration to, String text) {}

    /** The languages in which a video has captions, as BCP 47 tags in order of the alphabet. */
    List<String> languages(VideoId id);

    /** What is said in the order in which it begins; nothing if there are no captions in this language. */
    List<Spoken> spoken(VideoId id, String language);
}
