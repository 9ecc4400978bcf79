package academy.artisan.lms.media.source;

import java.util.ArrayList;
import java.util.List;

/** Follows the pictures of a source, in the order in which they are decoded, from key frame to key frame. */
final class Groups {

    /** Of times that are written with six digits. */
    private static final double ROUNDING = 0.000_01;

    private final List<Double> cuts = new ArrayList<>();
    private double begun;
    private double longest;
    private boolean isAny;
    private boolean isClosed = true;

    void add(double shown, boolean isKey) {
        if (isKey) {
            isAny = true;
            longest = Math.max(longest, shown - begun);
            begun = shown;
            cut(shown);
        } else if (isAny && shown < begun) {
            isClosed = false;
        }
    }

    /** The muxer's own rule: segment n ends at the first key frame that is shown n segment lengths from the start. */
    private void cut(double shown) {
        if (shown + ROUNDING >= (double) KeyFrames.SEGMENT_SECONDS * cuts.size() && cuts.size() < KeyFrames.MOST_CUTS) {
            cuts.add(shown);
        }
    }

    /** What was found by the end of the last picture. */
    KeyFrames until(double end) {
        return new KeyFrames(List.copyOf(cuts), Math.max(longest, end - begun), isClosed);
    }
}
