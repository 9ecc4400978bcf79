package academy.artisan.lms.media.transcode;

import java.time.Duration;
import java.util.Collections;
import java.util.List;

import academy.artisan.lms.media.source.Coding;
import academy.artisan.lms.media.source.FrameRate;
import academy.artisan.lms.media.source.KeyFrames;
import academy.artisan.lms.media.source.Picture;
import academy.artisan.lms.media.source.Source;
import academy.artisan.lms.media.source.Sources;
import academy.artisan.lms.media.source.Timeline;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RepackagingTests {

    private static final Rung TOP = new Rung(720, 1280, 720);
    private static final Source FIT = source(coding("h264", "High", 31, "yuv420p"));
    private static final Timeline STEADY = Sources.timeline(FIT);

    private static Coding coding(String codec, String profile, int level, String pixelFormat) {
        return new Coding(codec, profile, level, pixelFormat, null);
    }

    private static Source source(Coding coding) {
        return source(coding, 1280, 0, true, new FrameRate(25, 1), false, "bt709");
    }

    private static Source source(
            Coding coding,
            int width,
            int rotation,
            boolean square,
            FrameRate rate,
            boolean interlaced,
            String transfer) {
        var picture =
                new Picture(0, coding, width, 720, rotation, square, rate, true, interlaced, transfer, Duration.ZERO);
        return new Source("mov", picture, null, Duration.ofSeconds(20), Duration.ZERO);
    }

    @Test
    void fitSourceIsCutAtItsOwnKeyFrames() {
        assertThat(Repackaging.of(FIT, STEADY, TOP))
                .hasValueSatisfying(kept -> assertThat(kept.cuts()).containsExactly(0.0, 4.0, 8.0, 12.0, 16.0));
    }

    @Test
    void whatPhonesDoNotPlayIsEncoded() {
        var usual = FIT.picture().coding();
        var rate = new FrameRate(25, 1);
        for (var source : List.of(
                source(coding("hevc", "Main", 31, "yuv420p")),
                source(coding("h264", "High 10", 31, "yuv420p10le")),
                source(coding("h264", "High", 51, "yuv420p")),
                source(coding("h264", "High", -99, "yuv420p")),
                source(coding("h264", "High", 31, "yuvj420p")),
                source(usual, 1282, 0, true, rate, false, "bt709"),
                source(usual, 1280, 90, true, rate, false, "bt709"),
                source(usual, 1280, 0, false, rate, false, "bt709"),
                source(usual, 1280, 0, true, new FrameRate(50, 1), false, "bt709"),
                source(usual, 1280, 0, true, rate, true, "bt709"),
                source(usual, 1280, 0, true, rate, false, "smpte2084"))) {
            assertThat(Repackaging.of(source, STEADY, TOP))
                    .as(source.toString())
                    .isEmpty();
        }
    }

    @Test
    void whatCannotBeCutOrIsTooLargeIsEncoded() {
        var keyFrames = STEADY.keyFrames();
        var many = Collections.nCopies(KeyFrames.MOST_CUTS, 0.0);
        for (var timeline : List.of(
                new Timeline(500, 0.02, 20, 5_000_000, true, keyFrames, 0, true),
                new Timeline(500, 0, 20, 8_000_000, true, keyFrames, 0, true),
                new Timeline(500, 0, 20, 5_000_000, false, keyFrames, 0, true),
                new Timeline(500, 0, 20, 5_000_000, true, keyFrames, 0, false),
                new Timeline(500, 0, 20, 5_000_000, true, keyFrames, 21, true),
                with(new KeyFrames(keyFrames.cuts(), 2, false)),
                with(new KeyFrames(keyFrames.cuts(), 10.5, true)),
                with(new KeyFrames(many, 2, true)))) {
            assertThat(Repackaging.of(FIT, timeline, TOP))
                    .as(timeline.toString())
                    .isEmpty();
        }
    }

    @Test
    void renditionsThatAreCutElsewhereShowThatItWasNotFit() {
        var kept = new Repackaging(List.of(0.0, 4.0, 8.0));
        assertThat(kept.isKeptBy(List.of(rendition(4.0, 4.0, 1.0), rendition(4.0, 4.0, 1.1))))
                .isTrue();
        assertThat(kept.isKeptBy(List.of(rendition(4.0, 4.0, 1.0), rendition(4.04, 4.0, 1.0))))
                .isFalse();
        assertThat(kept.isKeptBy(List.of(rendition(4.0, 5.0)))).isFalse();
        assertThat(kept.isKeptBy(List.of(rendition(4.0, 4.0, 1.0, 1.0)))).isFalse();
    }

    private static Timeline with(KeyFrames keyFrames) {
        return new Timeline(500, 0, 20, 5_000_000, true, keyFrames, 0, true);
    }

    private static Rendition rendition(Double... seconds) {
        return new Rendition("720p", new Rendition.Frames(1280, 720, 25), "avc1.64001f", 1, 1, List.of(seconds));
    }
}
