package academy.artisan.lms.media.source;

import java.util.List;

/**
 * The pictures of a source that need no others.
 *
 * @param cuts when they are shown at which it can be cut into segments, in seconds; no more of them than
 *     {@link #MOST_CUTS}
 * @param longestGroup how long the longest wait for the next one is, in seconds
 * @param isClosed whether nothing that is shown after one needs what came before it
 */
public record KeyFrames(List<Double> cuts, double longestGroup, boolean isClosed) {

    /** How long segments are to be, in seconds. */
    public static final int SEGMENT_SECONDS = 4;

    /** For 11 hours: all of them have to fit in one argument of a program. */
    public static final int MOST_CUTS = 10_000;
}
