package academy.artisan.lms.search.passage;

import java.time.Duration;
import java.util.List;

import academy.artisan.lms.course.CaptionLibrary.Spoken;
import academy.artisan.lms.search.text.SearchText;

/** Joins the cues of captions, each of which is too short to say much, to what is said in half a minute or less. */
final class SpeechCutting {

    /** Who pauses for longer speaks of something else. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Stretches stretches = new Stretches();
    private Duration begin = Duration.ZERO;
    private Duration end = Duration.ZERO;
    private String before = "";

    private SpeechCutting() {}

    /** @param spoken in the order in which it begins; cues may overlap */
    static List<Stretch> cut(List<Spoken> spoken) {
        var cutting = new SpeechCutting();
        spoken.forEach(cutting::add);
        return cutting.stretches.all();
    }

    private void add(Spoken cue) {
        var text = SearchText.clean(cue.text());
        if (text.isEmpty()) {
            return;
        }
        var isApart = cue.from().minus(end).compareTo(LONGEST_PAUSE) > 0;
        // What stays on the screen is often written once more
        if (isApart || !text.equals(before)) {
            join(cue, text, isApart);
        }
        end = end.compareTo(cue.to()) < 0 ? cue.to() : end;
        before = text;
    }

    private void join(Spoken cue, String text, boolean isApart) {
        if (isApart || cue.to().minus(begin).compareTo(LONGEST) > 0) {
            stretches.end();
        }
        if (stretches.isEmpty()) {
            begin = cue.from();
        }
        stretches.add(text, (int) cue.from().toSeconds());
    }
}
