package academy.artisan.lms.media.source;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TimelineReportTests {

    private static final Source SOURCE =
            Sources.source(0, 1, 1280, 720, new FrameRate(25, 1), false, Duration.ofSeconds(1));

    private static Timeline read(String lines) {
        var report = new TimelineReport(SOURCE);
        lines.lines().forEach(report);
        return report.timeline();
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
        assertThat(timeline.keyFrames()).containsExactly(0.0, 0.12);
        assertThat(timeline.seconds()).isEqualTo(0.16);
        assertThat(timeline.pictureBytes()).isEqualTo(4000);
        assertThat(timeline.soundTo()).isEqualTo(0.121333);
        assertThat(timeline.isSteady()).isTrue();
        assertThat(timeline.isClosed()).isTrue();
        assertThat(timeline.isContinuous()).isTrue();
    }

    @Test
    void picturesBeforeTheKeyFrameThatTheyFollowNeedWhatCameBefore() {
        assertThat(read(picture(0, true) + picture(0.08, true) + picture(0.04, false))
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
    void soundThatJumpsFarAheadMakesItDiscontinuous() {
        var timeline = read(picture(0, true) + """
                stream_index=1|pts_time=0.000000|duration_time=1.000000|size=300|flags=K__
                stream_index=1|pts_time=36000.0000|duration_time=1.000000|size=300|flags=K__
                """);
        assertThat(timeline.isContinuous()).isFalse();
        assertThat(timeline.stillAtTheEnd()).isZero();
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
