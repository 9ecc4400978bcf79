package academy.artisan.lms.search.passage;

import java.util.List;

import academy.artisan.lms.course.CaptionLibrary.Track;
import org.jspecify.annotations.Nullable;

/**
 * What a lesson says in one language, cut into stretches.
 *
 * @param language a BCP 47 tag; null if nobody said which
 */
record Talk(@Nullable String language, List<Stretch> stretches) {

    private static final String USUAL_LANGUAGE = "zh";

    static Talk of(Track track) {
        return new Talk(track.language(), SpeechCutting.cut(track.spoken()));
    }

    /** As much of it, and no more memory. */
    Talk first(int most) {
        return new Talk(language, List.copyOf(stretches.subList(0, most)));
    }

    /** Whether it is in the language that a course is in, whatever its script or country. */
    boolean isIn(@Nullable String courseLanguage) {
        return language != null
                && primary(language).equals(primary(courseLanguage == null ? USUAL_LANGUAGE : courseLanguage));
    }

    private static String primary(String tag) {
        return tag.split("-", 2)[0];
    }
}
