package academy.artisan.lms.media.transcode;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import academy.artisan.lms.media.source.FrameRate;
import academy.artisan.lms.media.source.KeyFrames;
import academy.artisan.lms.media.source.Source;
import academy.artisan.lms.media.source.Sources;
import academy.artisan.lms.media.source.Timeline;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EncodingTests {

    private static final Source SILENT =
            Sources.source(1, null, 1280, 720, new FrameRate(60, 1), true, Duration.ofSeconds(10));

    private static List<String> arguments(Source source, @Nullable Loudness loudness) {
        return encoding(source, Sources.timeline(source), null, loudness)
                .arguments(Path.of("/w/source"), Path.of("/w"));
    }

    private static Encoding encoding(
            Source source, Timeline timeline, @Nullable Repackaging repackaging, @Nullable Loudness loudness) {
        var rungs = new Ladder(List.of(1080, 720, 540, 360)).rungs(1280, 720);
        var thumbnails = Sheets.of(1280, 720, source.length());
        return new Encoding(source, timeline, rungs, repackaging, loudness, thumbnails, 2);
    }

    @Test
    void sourceIsDecodedOnceForAllRungsAndThumbnails() {
        var arguments = arguments(SILENT, null);
        assertThat(arguments).containsOnlyOnce("-i");
        assertThat(arguments)
                .contains(
                        "[0:1]bwdif=deint=interlaced,fps=fps=60/2:start_time=0,split=4"
                                + "[prepared0][prepared1][prepared2][prepared3]"
                                + ";[prepared0]scale=1280:720:flags=bicubic:out_range=tv,setsar=1,format=yuv420p[pictures0]"
                                + ";[prepared1]scale=960:540:flags=bicubic:out_range=tv,setsar=1,format=yuv420p[pictures1]"
                                + ";[prepared2]scale=640:360:flags=bicubic:out_range=tv,setsar=1,format=yuv420p[pictures2]"
                                + ";[prepared3]fps=fps=1/2:start_time=0:round=down:eof_action=pass,scale=160:90,setsar=1,format=yuvj420p,tile=10x1[tiled]"
                                + ";color=s=1600x90:r=1:d=1,format=yuvj420p,setsar=1[empty];[empty][tiled]concat,settb=1,setpts=N[sheets]");
        assertThat(arguments).contains("/w/720p/index.m3u8", "/w/540p/index.m3u8", "/w/360p/index.m3u8");
        assertThat(arguments).doesNotContain("-c:a");
    }

    @Test
    void soundIsEncodedOnceWithOneGainForAllOfIt() {
        var source = Sources.source(0, 3, 1280, 720, new FrameRate(25, 1), false, Duration.ofSeconds(10));
        assertThat(arguments(source, new Loudness(-23)))
                .containsOnlyOnce("-c:a")
                .containsSubsequence(
                        "-map",
                        "0:3",
                        "-af",
                        "aresample=async=1:first_pts=0,aformat=channel_layouts=stereo,volume=7.00dB"
                                + ",alimiter=limit=0.84:level=disabled:latency=1,apad=whole_dur=10.000,atrim=end=10.000",
                        "/w/audio/index.m3u8");
    }

    @Test
    void fitPicturesAreKeptAndTheOthersAreCutWhereTheyAre() {
        var source = Sources.source(0, null, 1280, 720, new FrameRate(25, 1), false, Duration.ofSeconds(10));
        var kept = new Repackaging(List.of(0.0, 4.2, 8.0));
        var arguments =
                encoding(source, Sources.timeline(source), kept, null).arguments(Path.of("/w/source"), Path.of("/w"));
        assertThat(arguments)
                .containsSubsequence("-map", "0:0", "-c:v", "copy", "/w/720p/index.m3u8")
                .containsSubsequence(
                        "-map", "[pictures0]", "-force_key_frames", "0.0000,4.1800,7.9800", "/w/540p/index.m3u8")
                .containsSubsequence(
                        "-map", "[pictures1]", "-force_key_frames", "0.0000,4.1800,7.9800", "/w/360p/index.m3u8")
                .doesNotContain("[pictures2]");
    }

    @Test
    void lastPictureStaysUntilTheSoundIsOver() {
        var source = Sources.source(0, 1, 1280, 720, new FrameRate(25, 1), false, Duration.ofSeconds(12));
        var timeline = new Timeline(250, 0, 10, 1, true, new KeyFrames(List.of(0.0), 10, true), 12, true);
        var filters =
                encoding(source, timeline, null, new Loudness(-16)).arguments(Path.of("/w/source"), Path.of("/w"));
        assertThat(String.join(" ", filters))
                .contains("start_time=0,tpad=stop_mode=clone:stop_duration=2.000,split")
                .contains("apad=whole_dur=12.000");
    }

    @Test
    void highDynamicRangeIsBroughtToWhatScreensShow() {
        var usual = Sources.source(0, null, 1280, 720, new FrameRate(25, 1), false, Duration.ofSeconds(10));
        var bright = new Source("mov", Sources.bright(usual.picture()), null, usual.length(), Duration.ZERO);
        assertThat(String.join(" ", arguments(bright, null))).contains("color_trc=smpte2084", "tonemap=tonemap=hable");
        assertThat(String.join(" ", arguments(usual, null))).doesNotContain("tonemap");
    }

    @Test
    void whatIsSilentIsNotMadeLouderAndNothingIsLiftedWithoutBound() {
        assertThat(new Loudness(-70).gain()).isZero();
        assertThat(new Loudness(Double.NEGATIVE_INFINITY).gain()).isZero();
        assertThat(new Loudness(-45).gain()).isEqualTo(20);
        assertThat(new Loudness(-10).gain()).isEqualTo(-6);
    }

    @Test
    void lastLineOfTheMeterCounts() {
        var meter = new Loudness.Meter();
        for (var line : List.of("frame:1 pts:0", "lavfi.r128.I=-70.000", "lavfi.r128.I=-21.758", "frame:2")) {
            meter.accept(line);
        }
        assertThat(meter.loudness()).isEqualTo(new Loudness(-21.758));
    }

    @Test
    void onlyTheFileItselfMayBeRead() {
        var arguments = arguments(SILENT, null);
        assertThat(arguments.subList(0, arguments.indexOf("-i")))
                .containsSubsequence("-protocol_whitelist", "file", "-format_whitelist");
    }

    @Test
    void segmentsOfAPlaylistAreRead() {
        assertThat(Rendition.segmentSeconds(List.of("#EXTM3U", "#EXTINF:4.004000,", "00000.m4s", "#EXTINF:1.5,", "x")))
                .containsExactly(4.004, 1.5);
    }

    @Test
    void codecIsReadFromTheInitSegment() throws Exception {
        var init = "....avcC\u0001d\u0000\u001f....".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Rendition.videoCodec(init)).isEqualTo("avc1.64001f");
    }

    @Test
    void progressIsToldInGrowingPercents() {
        var told = new ArrayList<Integer>();
        var progress = new Progress(250, told::add);
        for (var line : List.of(
                "fps=1",
                "frame=N/A",
                "frame=-5",
                "frame=50",
                "frame=51",
                "frame=125",
                "frame=100",
                "frame=9900",
                "progress=end")) {
            progress.accept(line);
        }
        assertThat(told).containsExactly(20, 50, 95);
    }
}
