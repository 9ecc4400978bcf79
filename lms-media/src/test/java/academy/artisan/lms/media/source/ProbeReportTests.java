package academy.artisan.lms.media.source;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ProbeReportTests {

    private static final String AUDIO = """
            {"index":0,"codec_type":"audio","codec_name":"aac","profile":"LC","channels":2,"channel_layout":"stereo",
             "sample_rate":"48000","bit_rate":"128000","start_time":"-0.021","duration":"9.5","disposition":{"default":1}}""";
    private static final String COVER = """
            {"index":1,"codec_type":"video","codec_name":"mjpeg","width":500,"height":500,"disposition":{"attached_pic":1}}""";
    private static final String VIDEO = """
            {"index":2,"codec_type":"video","codec_name":"h264","profile":"High","level":42,"pix_fmt":"yuv420p",
             "bit_rate":"4000000","width":1920,"height":1080,"sample_aspect_ratio":"1:1","field_order":"progressive",
             "color_transfer":"bt709","r_frame_rate":"60000/1001","avg_frame_rate":"60000/1001","start_time":"0.040",
             "duration":"10.010000","disposition":{"default":1}}""";

    @Test
    void factsOfVideoAndAudioAreRead() throws Exception {
        var coding = new Coding("h264", "High", 42, "yuv420p", 4_000_000L);
        var rate = new FrameRate(60_000, 1001);
        var picture = new Picture(2, coding, 1920, 1080, 0, true, rate, true, false, "bt709", Duration.ofMillis(40));
        var sound = new Sound(0, "aac", "LC", 2, "stereo", 48_000, 128_000L, Duration.ofMillis(-21));
        assertThat(read("12.345000", AUDIO, COVER, VIDEO))
                .isEqualTo(new Source("", picture, sound, Duration.ofMillis(12_345), Duration.ZERO));
    }

    @Test
    void whatPlayersChooseComesBeforeWhatIsLarger() throws Exception {
        var small = VIDEO.replace("\"index\":2", "\"index\":3").replace("1920", "640");
        assertThat(read("1", small, VIDEO).videoStream()).isEqualTo(2);
        assertThat(read("1", small, VIDEO.replace("\"default\":1", "\"default\":0"))
                        .videoStream())
                .isEqualTo(3);
        var comments = AUDIO.replace("\"index\":0", "\"index\":1").replace("\"default\":1", "\"default\":0");
        assertThat(read("1", comments, AUDIO, VIDEO).audioStream()).isZero();
    }

    @Test
    void framesOfUnequalLengthAreSeen() throws Exception {
        assertThat(read("1", VIDEO).picture().constantRate()).isTrue();
        assertThat(read("1", VIDEO.replaceFirst("60000/1001", "90000/1"))
                        .picture()
                        .constantRate())
                .isFalse();
        assertThat(read("1", VIDEO.replace("60000/1001", "0/0")).picture().constantRate())
                .isFalse();
    }

    @Test
    void depthAndDynamicRangeAreSeen() throws Exception {
        var usual = read("1", VIDEO).picture();
        assertThat(usual.isHighDynamicRange()).isFalse();
        assertThat(usual.coding().depth()).isEqualTo(8);
        var high = read("1", VIDEO.replace("bt709", "arib-std-b67").replace("yuv420p", "yuv420p10le"))
                .picture();
        assertThat(high.isHighDynamicRange()).isTrue();
        assertThat(high.coding().depth()).isEqualTo(10);
        assertThat(read("1", VIDEO.replace("yuv420p", "p010le"))
                        .picture()
                        .coding()
                        .depth())
                .isEqualTo(10);
    }

    @Test
    void turnedVideoHasItsSidesExchanged() throws Exception {
        var turned = VIDEO.replace("\"duration\"", "\"side_data_list\":[{},{\"rotation\":-90}],\"duration\"");
        assertThat(read("1", turned)).extracting(Source::width, Source::height).containsExactly(1080, 1920);
        assertThat(read("1", turned).picture().rotation()).isEqualTo(90);
    }

    @Test
    void widePixelsWidenThePicture() throws Exception {
        var anamorphic = VIDEO.replace("1920", "1440").replace("1:1", "4:3");
        assertThat(read("1", anamorphic).width()).isEqualTo(1920);
        assertThat(read("1", anamorphic).picture().squarePixels()).isFalse();
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
    void soundWithACoverHasNoPicture() {
        assertFailure(Failure.NO_PICTURE, "10", AUDIO, COVER);
    }

    @Test
    void emptyReportIsNoVideo() {
        assertFailure(Failure.NOT_A_VIDEO, "10");
    }

    @Test
    void lengthMayBeLeftOut() throws Exception {
        assertThat(read("N/A", VIDEO.replace("10.010000", "0.000")).length()).isZero();
    }

    @Test
    void unknownCodecIsRefused() {
        assertFailure(Failure.NOT_DECODABLE, "10", VIDEO.replace("\"codec_name\":\"h264\",", ""));
    }

    @Test
    void framesAreHalvedUntilThereAreAtMost30() {
        assertThat(FrameRate.parse("60000/1001").forPlayback().perSecond()).isEqualTo(30_000 / 1001.0);
        assertThat(FrameRate.parse("30/1").forPlayback()).hasToString("30/1");
        assertThat(FrameRate.parse("90000/1").forPlayback()).hasToString("30/1");
        assertThat(FrameRate.parse("1/2").forPlayback()).hasToString("5/1");
        assertThat(FrameRate.parse("0/0").forPlayback()).hasToString("25/1");
    }

    @Test
    void largestPictureIsTakenAndALargerOneRefused() throws Exception {
        var largest = VIDEO.replace("1920", "8000").replace("1080", "5000");
        assertThat(read("1", largest).width()).isEqualTo(8000);
        assertFailure(Failure.PICTURE_TOO_LARGE, "1", largest.replace("5000", "5001"));
        assertFailure(Failure.PICTURE_TOO_LARGE, "1", VIDEO.replace("1:1", "10:1"));
        assertFailure(Failure.NOT_DECODABLE, "1", VIDEO.replace("1:1", "1:10000"));
        assertFailure(Failure.NOT_DECODABLE, "1", VIDEO.replace("1920", "0"));
    }

    @Test
    void longestVideoIsTakenAndALongerOneRefused() throws Exception {
        assertThat(read("43200.000", VIDEO).length()).isEqualTo(Duration.ofHours(12));
        assertFailure(Failure.TOO_LONG, "43200.001", VIDEO);
        assertFailure(Failure.TOO_LONG, "999999999999", VIDEO);
        var slow = VIDEO.replace("\"width\"", "\"nb_frames\":\"60\",\"width\"").replace("60000/1001", "1/6000");
        assertFailure(Failure.TOO_LONG, "2", slow);
    }

    @Test
    void encryptionIsSeenInTheStreamAndInItsPackets() {
        assertFailure(Failure.ENCRYPTED, "1", VIDEO.replace("\"width\"", "\"codec_tag_string\":\"encv\",\"width\""));
        var initialization = "\"side_data_list\":[{\"side_data_type\":\"Encryption initialization data\"}]";
        assertFailure(Failure.ENCRYPTED, "1", VIDEO.replace("\"width\"", initialization + ",\"width\""));
        var packet = "{\"stream_index\":2,\"side_data_list\":[{\"side_data_type\":\"Encryption info\"}]}";
        assertThatExceptionOfType(UnusableVideo.class)
                .isThrownBy(() -> readWithPackets(packet, VIDEO))
                .extracting(UnusableVideo::failure)
                .isEqualTo(Failure.ENCRYPTED);
    }

    @Test
    void onePictureIsNoVideoHoweverLongItIsShown() throws Exception {
        var packet = "{\"stream_index\":2}";
        var one = VIDEO.replace("\"width\"", "\"nb_frames\":\"1\",\"width\"");
        for (var still : List.of(one, VIDEO)) {
            assertThatExceptionOfType(UnusableVideo.class)
                    .isThrownBy(() -> readWithPackets(packet, still))
                    .extracting(UnusableVideo::failure)
                    .isEqualTo(Failure.STILL_PICTURE);
        }
        assertThat(readWithPackets(packet + "," + packet, VIDEO).width()).isEqualTo(1920);
        var manyAreMissing = VIDEO.replace("\"width\"", "\"nb_frames\":\"60\",\"width\"");
        assertThat(readWithPackets(packet, manyAreMissing).width()).isEqualTo(1920);
    }

    private static void assertFailure(Failure failure, String duration, String... streams) {
        assertThatExceptionOfType(UnusableVideo.class)
                .isThrownBy(() -> read(duration, streams))
                .extracting(UnusableVideo::failure)
                .isEqualTo(failure);
    }

    private static Source read(String duration, String... streams) throws UnusableVideo {
        return read(
                "{\"streams\":[%s],\"format\":{\"duration\":\"%s\"}}".formatted(String.join(",", streams), duration));
    }

    private static Source readWithPackets(String packets, String stream) throws UnusableVideo {
        return read("{\"packets\":[%s],\"streams\":[%s],\"format\":{\"duration\":\"1\"}}".formatted(packets, stream));
    }

    private static Source read(String report) throws UnusableVideo {
        var limits = new VideoLimits(40_000_000, Duration.ofHours(12), DataSize.ofGigabytes(8));
        return ProbeReport.of(JsonMapper.shared(), report).source(limits);
    }
}
