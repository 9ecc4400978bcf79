package academy.artisan.lms.media.captions;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * What is shown for a while.
 *
 * @param settings where it is shown, as WebVTT writes it; empty for the usual place
 * @param text as WebVTT writes it: lines, a few tags, everything else escaped
 */
record Cue(Duration from, Duration to, String settings, String text) {

    boolean isAfter(@Nullable Duration end) {
        return end != null && !from.minus(end).isNegative();
    }

    Cue cutAt(@Nullable Duration end) {
        return end == null || to.compareTo(end) <= 0 ? this : new Cue(from, end, settings, text);
    }
}
