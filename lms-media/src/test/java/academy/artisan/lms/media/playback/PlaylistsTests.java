package academy.artisan.lms.media.playback;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import academy.artisan.lms.media.captions.CaptionTrack;
import academy.artisan.lms.media.content.Thumbnails;
import academy.artisan.lms.media.playback.Stream.Picture;
import academy.artisan.lms.media.playback.Stream.Rendition;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PlaylistsTests {

    private static final UUID RUN = UUID.fromString("01980000-0000-7000-8000-000000000001");

    private static final Rendition SMALL = new Rendition(
            "360p",
            new Picture(640, 360, 30_000 / 1001.0),
            900_000,
            700_000,
            "avc1.64001e",
            List.of(4.004, 1.5),
            "v/360p/");
    private static final Rendition LARGE = new Rendition(
            "720p", new Picture(1280, 720, 25), 2_600_000, 2_100_000, "avc1.64001f", List.of(4.0), "v/720p/");
    private static final Rendition SOUND =
            new Rendition("audio", null, 130_000, 128_000, "mp4a.40.2", List.of(4.0, 1.504), "v/audio/");

    @Test
    void masterNamesEveryRenditionOfTheRunWithTheToken() {
        var stream = new Stream(RUN, Duration.ofSeconds(6), List.of(SMALL, LARGE), null, null, false, "v/");
        assertThat(Playlists.master(stream, List.of(), "a+b=")).isEqualTo("""
                #EXTM3U
                #EXT-X-VERSION:7
                #EXT-X-INDEPENDENT-SEGMENTS
                #EXT-X-STREAM-INF:BANDWIDTH=900000,AVERAGE-BANDWIDTH=700000,CODECS="avc1.64001e",RESOLUTION=640x360,FRAME-RATE=29.970
                01980000-0000-7000-8000-000000000001/360p.m3u8?token=a%2Bb%3D
                #EXT-X-STREAM-INF:BANDWIDTH=2600000,AVERAGE-BANDWIDTH=2100000,CODECS="avc1.64001f",RESOLUTION=1280x720,FRAME-RATE=25.000
                01980000-0000-7000-8000-000000000001/720p.m3u8?token=a%2Bb%3D
                """);
    }

    @Test
    void soundIsOneGroupForAllPicturesAndCanBeHeardAlone() {
        var stream = new Stream(RUN, Duration.ofSeconds(6), List.of(SMALL), SOUND, null, false, "v/");
        assertThat(Playlists.master(stream, List.of(), "t")).isEqualTo("""
                #EXTM3U
                #EXT-X-VERSION:7
                #EXT-X-INDEPENDENT-SEGMENTS
                #EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="sound",NAME="sound",DEFAULT=YES,AUTOSELECT=YES,URI="01980000-0000-7000-8000-000000000001/audio.m3u8?token=t"
                #EXT-X-STREAM-INF:BANDWIDTH=1030000,AVERAGE-BANDWIDTH=828000,CODECS="avc1.64001e,mp4a.40.2",RESOLUTION=640x360,FRAME-RATE=29.970,AUDIO="sound"
                01980000-0000-7000-8000-000000000001/360p.m3u8?token=t
                #EXT-X-STREAM-INF:BANDWIDTH=130000,AVERAGE-BANDWIDTH=128000,CODECS="mp4a.40.2"
                01980000-0000-7000-8000-000000000001/audio.m3u8?token=t
                """);
    }

    @Test
    void captionsAreAChoiceOfEveryVariant() {
        var stream = new Stream(RUN, Duration.ofMillis(61_500), List.of(SMALL), SOUND, null, false, "v/");
        var tracks = List.of(
                new CaptionTrack("en", "The \"arc\"", "e1"),
                new CaptionTrack("zh-Hans", "中文", "e2"),
                new CaptionTrack("zh-Hant", "中文", "e3"));
        var master = Playlists.master(stream, tracks, "t");
        assertThat(master)
                .contains(
                        "#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID=\"captions\",NAME=\"The 'arc'\",LANGUAGE=\"en\",AUTOSELECT=YES,DEFAULT=NO,URI=\"captions/en.m3u8?token=t\"\n",
                        "NAME=\"中文\",LANGUAGE=\"zh-Hans\"",
                        "NAME=\"中文 (zh-Hant)\",LANGUAGE=\"zh-Hant\"");
        assertThat(master.lines().filter(line -> line.startsWith("#EXT-X-STREAM-INF")))
                .hasSize(2)
                .allMatch(line -> line.endsWith(",SUBTITLES=\"captions\""));
        assertThat(Playlists.captions(stream, tracks.get(1), "a+b")).isEqualTo("""
                #EXTM3U
                #EXT-X-VERSION:7
                #EXT-X-TARGETDURATION:62
                #EXT-X-MEDIA-SEQUENCE:0
                #EXT-X-PLAYLIST-TYPE:VOD
                #EXTINF:61.500,
                zh-Hans.vtt?token=a%2Bb&v=e2
                #EXT-X-ENDLIST
                """);
    }

    @Test
    void everyStretchHasItsPartOfASheet() {
        var pictures = new Thumbnails(5, 2, 160, 90, 2, 2);
        var stream = new Stream(RUN, Duration.ofMillis(9_500), List.of(SMALL), null, pictures, false, "v/");
        assertThat(SeekPictures.webVtt(stream, key -> "https://store/" + key)).isEqualTo("""
                WEBVTT

                00:00:00.000 --> 00:00:02.000
                https://store/v/sheet1.jpg#xywh=0,0,160,90

                00:00:02.000 --> 00:00:04.000
                https://store/v/sheet1.jpg#xywh=160,0,160,90

                00:00:04.000 --> 00:00:06.000
                https://store/v/sheet1.jpg#xywh=0,90,160,90

                00:00:06.000 --> 00:00:08.000
                https://store/v/sheet1.jpg#xywh=160,90,160,90

                00:00:08.000 --> 00:00:09.500
                https://store/v/sheet2.jpg#xywh=0,0,160,90
                """);
    }

    @Test
    void mediaPlaylistNamesEverySegmentByItsSignedAddress() {
        assertThat(Playlists.media(SMALL, "", key -> "https://store/" + key + "?signed"))
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

    @Test
    void keyComesAfterTheBeginningThatIsInClear() {
        assertThat(Playlists.media(SMALL, Playlists.key("a+b"), key -> key)).contains("""
                #EXT-X-MAP:URI="v/360p/init.mp4"
                #EXT-X-KEY:METHOD=AES-128,URI="key?token=a%2Bb"
                #EXTINF:4.004000,
                v/360p/00000.m4s
                """);
    }
}
