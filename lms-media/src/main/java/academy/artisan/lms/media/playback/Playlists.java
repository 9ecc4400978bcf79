package academy.artisan.lms.media.playback;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

import academy.artisan.lms.media.captions.CaptionTrack;
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
    static String master(Stream stream, List<CaptionTrack> tracks, String token) {
        var text = new StringBuilder(HEAD);
        var query = ".m3u8?token=" + encode(token);
        var captions = tracks.isEmpty() ? "" : ",SUBTITLES=\"captions\"";
        var sound = stream.sound();
        if (sound != null) {
            text.append("#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"sound\",NAME=\"sound\",DEFAULT=YES,AUTOSELECT=YES,URI=\"")
                    .append(address(stream, sound, query))
                    .append("\"\n");
        }
        for (var i = 0; i < tracks.size(); i++) {
            var track = tracks.get(i);
            text.append(
                    "#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID=\"captions\",NAME=\"%s\",LANGUAGE=\"%s\",AUTOSELECT=YES,DEFAULT=NO,URI=\"captions/%s%s\"\n"
                            .formatted(name(tracks, i), track.language(), track.language(), query));
        }
        for (var rendition : stream.renditions()) {
            text.append(variant(rendition, sound, captions))
                    .append(address(stream, rendition, query))
                    .append('\n');
        }
        if (sound != null) {
            text.append(variant(sound, null, captions))
                    .append(address(stream, sound, query))
                    .append('\n');
        }
        return text.toString();
    }

    private static String address(Stream stream, Rendition rendition, String query) {
        return stream.run() + "/" + rendition.name() + query;
    }

    private static String variant(Rendition rendition, @Nullable Rendition sound, String captions) {
        var picture = rendition.picture();
        return String.format(
                Locale.ROOT,
                "#EXT-X-STREAM-INF:BANDWIDTH=%d,AVERAGE-BANDWIDTH=%d,CODECS=\"%s\"%s%s%s\n",
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
                sound == null ? "" : ",AUDIO=\"sound\"",
                captions);
    }

    /** As RFC 8216 wants names: without quotation marks, and each only once. */
    private static String name(List<CaptionTrack> tracks, int index) {
        var track = tracks.get(index);
        var name = track.label().replace('"', '\'');
        var isTaken = tracks.subList(0, index).stream()
                .anyMatch(other -> other.label().equals(track.label()));
        return isTaken ? name + " (" + track.language() + ")" : name;
    }

    /** One text for the whole length. */
    static String captions(Stream stream, CaptionTrack track, String token) {
        var seconds = stream.length().toMillis() / 1000.0;
        return String.format(
                Locale.ROOT, """
                #EXTM3U
                #EXT-X-VERSION:7
                #EXT-X-TARGETDURATION:%d
                #EXT-X-MEDIA-SEQUENCE:0
                #EXT-X-PLAYLIST-TYPE:VOD
                #EXTINF:%.3f,
                %s.vtt?token=%s&v=%s
                #EXT-X-ENDLIST
                """, (int) Math.ceil(seconds), seconds, track.language(), encode(token), track.sha256());
    }

    private static String encode(String token) {
        return URLEncoder.encode(token, StandardCharsets.UTF_8);
    }

    /**
     * The line by which a player finds the key; its vectors are the numbers of the segments, which need not be said.
     */
    static String key(String token) {
        return "#EXT-X-KEY:METHOD=AES-128,URI=\"key?token=%s\"\n".formatted(encode(token));
    }

    /**
     * Names the segments, each by an absolute signed address.
     *
     * @param key what stands between the beginning, which is in clear, and the segments; empty if they are in clear too
     */
    static String media(Rendition rendition, String key, UnaryOperator<String> signed) {
        var seconds = rendition.segmentSeconds();
        var longest = seconds.stream().max(Comparator.naturalOrder()).orElse(0.0);
        var text = new StringBuilder(HEAD)
                .append("#EXT-X-TARGETDURATION:")
                .append((int) Math.ceil(longest))
                .append("\n#EXT-X-MEDIA-SEQUENCE:0\n#EXT-X-PLAYLIST-TYPE:VOD\n#EXT-X-MAP:URI=\"")
                .append(signed.apply(rendition.keyPrefix() + "init.mp4"))
                .append("\"\n")
                .append(key);
        for (var i = 0; i < seconds.size(); i++) {
            text.append(String.format(Locale.ROOT, "#EXTINF:%.6f,\n", seconds.get(i)))
                    .append(signed.apply(rendition.keyPrefix() + String.format(Locale.ROOT, "%05d.m4s", i)))
                    .append('\n');
        }
        return text.append("#EXT-X-ENDLIST\n").toString();
    }
}
