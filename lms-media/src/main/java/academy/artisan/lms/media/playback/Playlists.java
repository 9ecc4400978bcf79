package academy.artisan.lms.media.playback;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.UnaryOperator;

import academy.artisan.lms.media.playback.Stream.Rendition;

/** The text of HLS playlists (RFC 8216). */
final class Playlists {

    private static final String HEAD = """
            #EXTM3U
            #EXT-X-VERSION:7
            #EXT-X-INDEPENDENT-SEGMENTS
            """;

    private Playlists() {}

    /** Names the renditions, the smallest first for a quick start; their addresses are relative and carry the token. */
    static String master(Stream stream, String token) {
        var text = new StringBuilder(HEAD);
        var query = "?token=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
        for (var rendition : stream.renditions()) {
            text.append(String.format(
                    Locale.ROOT,
                    "#EXT-X-STREAM-INF:BANDWIDTH=%d,AVERAGE-BANDWIDTH=%d,RESOLUTION=%dx%d,CODECS=\"%s\",FRAME-RATE=%.3f\n",
                    rendition.peakBitsPerSecond(),
                    rendition.averageBitsPerSecond(),
                    rendition.width(),
                    rendition.height(),
                    rendition.codecs(),
                    rendition.frameRate()));
            text.append(rendition.name()).append(".m3u8").append(query).append('\n');
        }
        return text.toString();
    }

    /** Names the segments, each by an absolute signed address. */
    static String media(Rendition rendition, UnaryOperator<String> signed) {
        var seconds = rendition.segmentSeconds();
        var longest = seconds.stream().max(Comparator.naturalOrder()).orElse(0.0);
        var text = new StringBuilder(HEAD)
                .append("#EXT-X-TARGETDURATION:")
                .append((int) Math.ceil(longest))
                .append("\n#EXT-X-MEDIA-SEQUENCE:0\n#EXT-X-PLAYLIST-TYPE:VOD\n#EXT-X-MAP:URI=\"")
                .append(signed.apply(rendition.keyPrefix() + "init.mp4"))
                .append("\"\n");
        for (var i = 0; i < seconds.size(); i++) {
            text.append(String.format(Locale.ROOT, "#EXTINF:%.6f,\n", seconds.get(i)))
                    .append(signed.apply(rendition.keyPrefix() + String.format(Locale.ROOT, "%05d.m4s", i)))
                    .append('\n');
        }
        return text.append("#EXT-X-ENDLIST\n").toString();
    }
}
