package academy.artisan.lms.media.source;

import java.time.Duration;
import java.util.stream.DoubleStream;

import org.jspecify.annotations.Nullable;

/** Sources as they usually are, but for what a test is about. */
public final class Sources {

    private Sources() {}

    public static Source source(
            int videoStream,
            @Nullable Integer audioStream,
            int width,
            int height,
            FrameRate frameRate,
            boolean interlaced,
            Duration length) {
        var coding = new Coding("h264", "High", 40, "yuv420p", 2_000_000L);
        var picture = new Picture(
                videoStream, coding, width, height, 0, true, frameRate, true, interlaced, "bt709", Duration.ZERO);
        var sound = audioStream == null
                ? null
                : new Sound(audioStream, "aac", "LC", 2, "stereo", 48_000, 128_000L, Duration.ZERO);
        return new Source("mov", picture, sound, length, Duration.ZERO);
    }

    /** Pictures and sound of the whole length, with a key frame every two seconds. */
    public static Timeline timeline(Source source) {
        var seconds = source.length().toMillis() / 1000.0;
        var cuts = DoubleStream.iterate(0, time -> time < seconds, time -> time + KeyFrames.SEGMENT_SECONDS)
                .boxed()
                .toList();
        var keyFrames = new KeyFrames(cuts, 2, true);
        var pictures = (int) Math.round(seconds * source.frameRate().perSecond());
        var bytes = (long) (seconds * 250_000);
        var sound = source.audioStream() == null ? 0 : seconds;
        return new Timeline(pictures, 0, seconds, bytes, true, keyFrames, sound, true);
    }

    /** The same in high dynamic range. */
    public static Picture bright(Picture usual) {
        return new Picture(
                usual.stream(),
                usual.coding(),
                usual.width(),
                usual.height(),
                usual.rotation(),
                usual.squarePixels(),
                usual.frameRate(),
                usual.constantRate(),
                usual.interlaced(),
                "smpte2084",
                usual.start());
    }
}
