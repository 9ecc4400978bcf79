package academy.artisan.lms.media.transcode;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/** Sources as they usually are, but for what a test is about. */
final class Sources {

    private Sources() {}

    static Source source(
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
        return new Source(picture, sound, length, Duration.ZERO);
    }
}
