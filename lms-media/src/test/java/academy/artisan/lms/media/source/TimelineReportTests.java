package academy.artisan.lms.media.source;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class TimelineReportTests {

    private static final Source SOURCE =
            Sources.source(0, 1, 1280, 720, new FrameRate(25, 1), false, Duration.ofSeconds(1));

    private static Timeline read(String lines) {
        return read("mov", lines);
    }

    private static Timeline read(String container, String lines) {
        var report = new TimelineReport(
                new Source(container, SOURCE.picture(), SOURCE.sound(), SOURCE.length(), SOURCE.startTime()));
        lines.lines().forEach(report);
        return report.timeline();
    }

    private static String sound(int at, int seconds) {
        return "stream_index=1|pts_time=%d.0|duration_time=%d.0|size=1|flags=K__%n".formatted(at, seconds);
    }

    private static String picture(double at, boolean isKey) {
        return "stream_index=0|pts_time=%.6f|duration_time=0.040000|size=1000|flags=%s__%n"
                .formatted(at, isKey ? "K" : "_");
    }

    @Test
    void picturesInTheOrderOfDecodingMakeASteadyTimeline() {
        var timeline = read(picture(0, true) + picture(0.08, false) + picture(0.04, false) + picture(0.12, true) + """
                stream_index=1|pts_time=-0.021333|duration_time=0.021333|size=300|flags=KD_
                stream_index=1|pts_time=0.000000|duration_time=0.121333|size=300|flags=K__
                stream_index=2|pts_time=90.000000|duration_time=5.000000|size=9|flags=K__
                """);
        assertThat(timeline.pictures()).isEqualTo(4);
        assertThat(timeline.keyFrames()).isEqualTo(new KeyFrames(List.of(0.0), 0.12, true));
        assertThat(timeline.seconds()).isEqualTo(0.16);
        assertThat(timeline.pictureBytes()).isEqualTo(4000);
        assertThat(timeline.soundTo()).isEqualTo(0.121333);
        assertThat(timeline.isSteady()).isTrue();
        assertThat(timeline.isContinuous()).isTrue();
    }

    @Test
    void picturesBeforeTheKeyFrameThatTheyFollowNeedWhatCameBefore() {
        assertThat(read(picture(0, true) + picture(0.08, true) + picture(0.04, false))
                        .keyFrames()
                        .isClosed())
                .isFalse();
    }

    @Test
    void aPictureThatIsMissingOrStaysLongerIsNotSteady() {
        assertThat(read(picture(0, true) + picture(0.08, false)).isSteady()).isFalse();
        assertThat(read("stream_index=0|pts_time=0.0|duration_time=0.080000|size=1|flags=K__\n")
                        .isSteady())
                .isFalse();
        assertThat(read(picture(0, true) + "stream_index=0|pts_time=N/A|duration_time=N/A|size=1|flags=___\n")
                        .isSteady())
                .isFalse();
    }

    @Test
    void cutsAreAtTheFirstKeyFrameOfEverySegmentAndNeverTooMany() {
        var lines = new StringBuilder();
        for (var time : List.of(0.0, 2.3, 3.9, 4.1, 6.0, 11.7, 12.2, 17.0, 19.0)) {
            lines.append(picture(time, true));
        }
        assertThat(read(lines.toString()).keyFrames().cuts()).containsExactly(0.0, 4.1, 11.7, 12.2, 17.0);
        assertThat(read(lines.toString()).keyFrames().longestGroup()).isCloseTo(5.7, within(0.001));
        var endless = new TimelineReport(SOURCE);
        for (var i = 0; i < KeyFrames.MOST_CUTS * 2; i++) {
            endless.accept("stream_index=0|pts_time=%d.0|duration_time=0.04|size=1|flags=K__".formatted(i * 4));
        }
        assertThat(endless.timeline().keyFrames().cuts()).hasSize(KeyFrames.MOST_CUTS);
    }

    @Test
    void whatIsJoinedOrInterruptedIsAsLongAsItsPieces() {
        var first = sound(0, 4) + sound(4, 4);
        for (var second : List.of(sound(0, 4) + sound(4, 4), sound(600, 4) + sound(604, 4))) {
            var timeline = read("mpegts", picture(0, true) + first + second);
            assertThat(timeline.isContinuous()).isFalse();
            assertThat(timeline.seconds()).isEqualTo(16);
            assertThat(timeline.stillAtTheEnd()).isZero();
        }
    }

    @Test
    void silentPiecesAreSeenByTheirPictures() {
        var step = "stream_index=0|pts_time=%s|duration_time=4.0|size=1|flags=K__%n";
        var timeline = read("mpegts", step.formatted("0.0") + step.formatted("4.0") + step.formatted("0.0"));
        assertThat(timeline.isContinuous()).isFalse();
        assertThat(timeline.seconds()).isEqualTo(12);
    }

    @Test
    void breaksOfContainersWithoutJumpsAreTimeThatPasses() {
        var timeline = read("matroska", picture(0, true) + sound(0, 4) + sound(600, 4));
        assertThat(timeline.isContinuous()).isTrue();
        assertThat(timeline.seconds()).isEqualTo(604);
    }

    @Test
    void whatWasCutAwayIsNeitherShownNorHeardAndNotFitToBeKept() {
        var timeline = read("stream_index=0|pts_time=-1.0|duration_time=0.040000|size=1|flags=KD_\n" + picture(0, true)
                + "stream_index=1|pts_time=-1.0|duration_time=0.5|size=1|flags=KD_\n");
        assertThat(timeline.pictures()).isEqualTo(1);
        assertThat(timeline.picturesFrom()).isZero();
        assertThat(timeline.isSteady()).isFalse();
        assertThat(timeline.soundTo()).isZero();
    }

    @Test
    void lastBlockOfSamplesDoesNotMakeItLonger() {
        assertThat(read(picture(0, true) + "stream_index=1|pts_time=0.0|duration_time=1.1|size=1|flags=K__\n")
                        .soundTo())
                .isEqualTo(1);
    }

    @Test
    void soundThatGoesOnHasTheLastPictureStay() {
        var timeline = read(picture(0, true) + "stream_index=1|pts_time=0.0|duration_time=2.0|size=1|flags=K__\n");
        assertThat(timeline.stillAtTheEnd()).isEqualTo(1.96);
        assertThat(timeline.length()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void whatIsNotAPacketIsPassedOver() {
        assertThat(read("\nstream_index=\nx=1|y\nstream_index=9|pts_time=1e9\n").pictures())
                .isZero();
    }
}
