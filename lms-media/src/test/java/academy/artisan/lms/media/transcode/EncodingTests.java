package academy.artisan.lms.media.transcode;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EncodingTests {

    private static final Source SILENT =
            Sources.source(1, null, 1280, 720, new FrameRate(60, 1), true, Duration.ofSeconds(10));

    @Test
    void sourceIsDecodedOnceForAllRungs() {
        var arguments = new Encoding(SILENT, Ladder.of(1280, 720), 2).arguments(Path.of("/w/source"), Path.of("/w"));
        assertThat(arguments).containsOnlyOnce("-i");
        assertThat(arguments)
                .contains("[0:1]bwdif=deint=interlaced,fps=60/2,split=3[s0][s1][s2]"
                        + ";[s0]scale=1280:720:flags=bicubic,setsar=1,format=yuv420p[v0]"
                        + ";[s1]scale=960:540:flags=bicubic,setsar=1,format=yuv420p[v1]"
                        + ";[s2]scale=640:360:flags=bicubic,setsar=1,format=yuv420p[v2]");
        assertThat(arguments).contains("/w/720p/index.m3u8", "/w/540p/index.m3u8", "/w/360p/index.m3u8");
        assertThat(arguments).doesNotContain("-c:a");
    }

    @Test
    void onlyTheFileItselfMayBeRead() {
        var arguments = new Encoding(SILENT, Ladder.of(1280, 720), 2).arguments(Path.of("/w/source"), Path.of("/w"));
        assertThat(arguments.subList(0, arguments.indexOf("-i")))
                .containsSubsequence("-protocol_whitelist", "file", "-format_whitelist");
    }

    @Test
    void segmentsOfAPlaylistAreRead() {
        assertThat(Rendition.segmentSeconds(List.of("#EXTM3U", "#EXTINF:4.004000,", "00000.m4s", "#EXTINF:1.5,", "x")))
                .containsExactly(4.004, 1.5);
    }

    @Test
    void codecIsReadFromTheInitSegment() {
        var init = "....avcC\u0001d\u0000\u001f....".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Rendition.videoCodec(init)).isEqualTo("avc1.64001f");
    }

    @Test
    void progressIsToldInGrowingPercents() {
        var told = new ArrayList<Integer>();
        var progress = new Progress(Duration.ofSeconds(10), told::add);
        for (var line : List.of(
                "frame=1",
                "out_time_us=N/A",
                "out_time_us=-5",
                "out_time_us=2000000",
                "out_time_us=2000001",
                "out_time_us=5000000",
                "out_time_us=4000000",
                "out_time_us=99000000",
                "progress=end")) {
            progress.accept(line);
        }
        assertThat(told).containsExactly(20, 50, 95);
    }
}
