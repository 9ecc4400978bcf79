package academy.artisan.lms.media.transcode;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ProbeReportTests {

    private static final String AUDIO = """
            {"index":0,"codec_type":"audio","codec_name":"aac","duration":"9.5","disposition":{"attached_pic":0}}""";
    private static final String COVER = """
            {"index":1,"codec_type":"video","codec_name":"mjpeg","width":500,"height":500,"disposition":{"attached_pic":1}}""";
    private static final String VIDEO = """
            {"index":2,"codec_type":"video","codec_name":"h264","width":1920,"height":1080,"sample_aspect_ratio":"1:1",
             "field_order":"progressive","r_frame_rate":"60/1","avg_frame_rate":"60000/1001","duration":"10.010000"}""";

    @Test
    void videoAndAudioAreFoundByTheirIndex() throws Exception {
        assertThat(read("12.345000", AUDIO, COVER, VIDEO))
                .isEqualTo(new Source(2, 0, 1920, 1080, new FrameRate(60_000, 1001), false, Duration.ofMillis(12_345)));
    }

    @Test
    void turnedVideoHasItsSidesExchanged() throws Exception {
        var turned = VIDEO.replace("\"duration\"", "\"side_data_list\":[{},{\"rotation\":-90}],\"duration\"");
        assertThat(read("1", turned)).extracting(Source::width, Source::height).containsExactly(1080, 1920);
    }

    @Test
    void widePixelsWidenThePicture() throws Exception {
        var anamorphic = VIDEO.replace("1920", "1440").replace("1:1", "4:3");
        assertThat(read("1", anamorphic).width()).isEqualTo(1920);
    }

    @Test
    void lengthOfTheStreamCountsWhereTheFileTellsNone() throws Exception {
        assertThat(read("N/A", VIDEO).length()).isEqualTo(Duration.ofMillis(10_010));
        assertThat(read("1", VIDEO).audioStream()).isNull();
    }

    @Test
    void linesOfHalfPicturesAreSeen() throws Exception {
        assertThat(read("1", VIDEO.replace("progressive", "tt")).interlaced()).isTrue();
    }

    @Test
    void soundWithACoverIsNoVideo() {
        assertFailure(Failure.NOT_A_VIDEO, "10", AUDIO, COVER);
    }

    @Test
    void emptyReportIsNoVideo() {
        assertFailure(Failure.NOT_A_VIDEO, "10");
    }

    @Test
    void videoWithoutLengthIsRefused() {
        assertFailure(Failure.NO_DURATION, "N/A", VIDEO.replace("10.010000", "0.000"));
    }

    @Test
    void unknownCodecIsRefused() {
        assertFailure(Failure.NOT_DECODABLE, "10", VIDEO.replace("\"codec_name\":\"h264\",", ""));
    }

    @Test
    void framesAreHalvedUntilThereAreAtMost30() {
        assertThat(FrameRate.parse("60000/1001").forPlayback().perSecond()).isEqualTo(30_000 / 1001.0);
        assertThat(FrameRate.parse("30/1").forPlayback()).hasToString("30/1");
        assertThat(FrameRate.parse("90000/1").forPlayback().perSecond()).isLessThanOrEqualTo(30.5);
        assertThat(FrameRate.parse("1/2").forPlayback()).hasToString("5/1");
        assertThat(FrameRate.parse("0/0").forPlayback()).hasToString("25/1");
    }

    private static void assertFailure(Failure failure, String duration, String... streams) {
        assertThatExceptionOfType(UnusableVideo.class)
                .isThrownBy(() -> read(duration, streams))
                .extracting(UnusableVideo::failure)
                .isEqualTo(failure);
    }

    private static Source read(String duration, String... streams) throws UnusableVideo {
        return ProbeReport.read(
                JsonMapper.shared(),
                "{\"streams\":[%s],\"format\":{\"duration\":\"%s\"}}".formatted(String.join(",", streams), duration));
    }
}
