package academy.artisan.lms.search.passage;

import java.util.List;

/**
 * A piece of a lesson that can be read at a glance.
 *
 * @param cueOffsets where in the text the cues begin of which it was joined; empty for what is written
 * @param cueStarts the seconds at which these cues begin
 */
record Stretch(String text, List<Integer> cueOffsets, List<Integer> cueStarts) {}
