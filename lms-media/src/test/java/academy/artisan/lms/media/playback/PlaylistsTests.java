package academy.artisan.lms.media.playback;

import java.time.Duration;
import java.util.List;

import academy.artisan.lms.media.playback.Stream.Rendition;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PlaylistsTests {

    private static final Rendition SMALL = new Rendition(
            "360p",
            640,
            360,
            900_000,
            700_000,
            "avc1.64001e,mp4a.40.2",
            30_000 / 1001.0,
            List.of(4.004, 1.5),
            "v/360p/");
    private static final Rendition LARGE =
            new Rendition("720p", 1280, 720, 2_600_000, 2_100_000, "avc1.64001f", 25, List.of(4.0), "v/720p/");

    @Test
    void masterNamesEveryRenditionWithTheToken() {
        var stream = new Stream(Duration.ofSeconds(6), List.of(SMALL, LARGE));
        assertThat(Playlists.master(stream, "a+b=")).isEqualTo("""
                #EXTM3U
                #EXT-X-VERSION:7
                #EXT-X-INDEPENDENT-SEGMENTS
                #EXT-X-STREAM-INF:BANDWIDTH=900000,AVERAGE-BANDWIDTH=700000,RESOLUTION=640x360,CODECS="avc1.64001e,mp4a.40.2",FRAME-RATE=29.970
                360p.m3u8?token=a%2Bb%3D
                #EXT-X-STREAM-INF:BANDWIDTH=2600000,AVERAGE-BANDWIDTH=2100000,RESOLUTION=1280x720,CODECS="avc1.64001f",FRAME-RATE=25.000
                720p.m3u8?token=a%2Bb%3D
                """);
    }

    @Test
    void mediaPlaylistNamesEverySegmentByItsSignedAddress() {
        assertThat(Playlists.media(SMALL, key -> "https://store/" + key + "?signed"))
                .isEqualTo("""
                #EXTM3U
                #EXT-X-VERSION:7
                #EXT-X-INDEPENDENT-SEGMENTS
                #EXT-X-TARGETDURATION:5
                #EXT-X-MEDIA-SEQUENCE:0
                #EXT-X-PLAYLIST-TYPE:VOD
                #EXT-X-MAP:URI="https://store/v/360p/init.mp4?signed"
                #EXTINF:4.004000,
                https://store/v/360p/00000.m4s?signed
                #EXTINF:1.500000,
                https://store/v/360p/00001.m4s?signed
                #EXT-X-ENDLIST
                """);
    }
}
