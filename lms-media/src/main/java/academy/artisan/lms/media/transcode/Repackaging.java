package academy.artisan.lms.media.transcode;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import academy.artisan.lms.media.source.KeyFrames;
import academy.artisan.lms.media.source.Picture;
import academy.artisan.lms.media.source.Source;
import academy.artisan.lms.media.source.Timeline;

/**
 * A source whose own pictures are fit to be the top rung as they are: it is cut at its own key frames, and all the
 * other rungs get theirs at the same times.
 *
 * @param cuts when segments begin, in seconds
 */
record Repackaging(List<Double> cuts) {

    /** What every phone that is still in use decodes. */
    private static final Set<String> PROFILES = Set.of("Constrained Baseline", "Baseline", "Main", "High");

    private static final int HIGHEST_LEVEL = 42;
    /** The most that a source may need of what its rung would get. */
    private static final double HUNGRIER = 1.25;
    /** Until there is a segment to change the rendition at. */
    private static final double LONGEST_GROUP = 10;
    /** Pictures that begin later than the file would stand apart from those of the other rungs. */
    private static final double LATEST_BEGINNING = 0.005;
    /** Less than any picture is shown. */
    private static final double SAME_TIME = 0.01;

    static Optional<Repackaging> of(Source source, Timeline timeline, Rung top) {
        return isPlayable(source.picture(), top) && isInTime(timeline, source) && isSmall(timeline, top)
                ? Optional.of(new Repackaging(timeline.keyFrames().cuts()))
                : Optional.empty();
    }

    /** Whether a player can change to all the other pictures at every segment. */
    boolean isKeptBy(List<Rendition> made) {
        return made.stream()
                .filter(rendition -> rendition.frames() != null)
                .allMatch(rendition -> beginWithCuts(rendition.segmentSeconds()));
    }

    private boolean beginWithCuts(List<Double> segmentSeconds) {
        var begins = cuts.getFirst();
        for (var i = 0; i < segmentSeconds.size(); i++) {
            if (i >= cuts.size() || Math.abs(begins - cuts.get(i)) > SAME_TIME) {
                return false;
            }
            begins += segmentSeconds.get(i);
        }
        return segmentSeconds.size() == cuts.size();
    }

    private static boolean isPlayable(Picture picture, Rung top) {
        var coding = picture.coding();
        return coding.codec().equals("h264")
                && PROFILES.contains(coding.profile())
                && coding.level() > 0
                && coding.level() <= HIGHEST_LEVEL
                && coding.pixelFormat().equals("yuv420p")
                && picture.width() == top.width()
                && picture.height() == top.height()
                && picture.rotation() == 0
                && picture.squarePixels()
                && !picture.interlaced()
                && !picture.isHighDynamicRange();
    }

    private static boolean isInTime(Timeline timeline, Source source) {
        var rate = source.frameRate();
        return rate.equals(rate.forPlayback())
                && timeline.isSteady()
                && timeline.keyFrames().isClosed()
                && timeline.keyFrames().longestGroup() <= LONGEST_GROUP
                && timeline.keyFrames().cuts().size() < KeyFrames.MOST_CUTS
                && timeline.isContinuous()
                && Math.abs(timeline.picturesFrom()) <= LATEST_BEGINNING
                && timeline.stillAtTheEnd() < 1 / rate.perSecond();
    }

    private static boolean isSmall(Timeline timeline, Rung top) {
        return timeline.pictureBitsPerSecond() <= top.maxKilobits() * 1000 * HUNGRIER;
    }
}
