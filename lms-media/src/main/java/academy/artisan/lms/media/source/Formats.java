package academy.artisan.lms.media.source;

import java.util.List;

/** What uploaded files may be. */
public final class Formats {

    /**
     * Containers of videos only, and nothing but the file itself: playlists and the like, which could make the tools
     * read other files or addresses, are not even recognised.
     */
    public static final List<String> INPUT_LIMITS = List.of(
            "-protocol_whitelist", "file",
            "-format_whitelist", "mov,mp4,matroska,webm,avi,mpegts,mpeg,flv,asf,ogg,mxf,rm,dv");

    private Formats() {}

    /** Has decoders refuse what says that it is larger, before they make room for it; also in the middle of a video. */
    public static List<String> largest(VideoLimits limits) {
        return List.of("-max_pixels", Long.toString(limits.pixels()));
    }
}
