package academy.artisan.lms.media.playback;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.UnaryOperator;

import academy.artisan.lms.media.playback.Stream.Rendition;
import org.jspecify.annotations.Nullable;

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
        var query = ".m3u8?token=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
        var sound = stream.sound();
        if (sound != null) {
            text.append("#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"sound\",NAME=\"sound\",DEFAULT=YES,AUTOSELECT=YES,URI=\"")
                    .append(address(stream, sound, query))
                    .append("\"\n");
        }
        for (var rendition : stream.renditions()) {
            text.append(variant(rendition, sound))
                    .append(address(stream, rendition, query))
                    .append('\n');
        }
        if (sound != null) {
            text.append(variant(sound, null))
                    .append(address(stream, sound, query))
                    .append('\n');
        }
        return text.toString();
    }

    private static String address(Stream stream, Rendition rendition, String query) {
        return stream.run() + "/" + rendition.name() + query;
    }

    private static String variant(Rendition rendition, @Nullable Rendition sound) {
        var picture = rendition.picture();
        return String.format(
                Locale.ROOT,
                "#EXT-X-STREAM-INF:BANDWIDTH=%d,AVERAGE-BANDWIDTH=%d,CODECS=\"%s\"%s%s\n",
                rendition.peakBitsPerSecond() + (sound == null ? 0 : sound.peakBitsPerSecond()),
                rendition.averageBitsPerSecond() + (sound == null ? 0 : sound.averageBitsPerSecond()),
                rendition.codecs() + (sound == null ? "" : "," + sound.codecs()),
                picture == null
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                ",RESOLUTION=%dx%d,FRAME-RATE=%.3f",
                                picture.width(),
                                picture.height(),
                                picture.frameRate()),
                sound == null ? "" : ",AUDIO=\"sound\"");
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
