package academy.artisan.lms.embedded;

import java.io.IOException;
import java.util.Map;

/** The programs that probe and transcode video, with the libraries that they need beside them. */
class Ffmpeg {

    private Ffmpeg() {}

    static Map<String, Object> unpackInto(DataFolder folder) throws IOException {
        var programs =
                new Binaries(folder.folder("bin")).folder(Platform.current().ffmpegFolder(), "ffmpeg");
        return Map.of(
                "lms.media.ffmpeg", programs.resolve("ffmpeg").toString(),
                "lms.media.ffprobe", programs.resolve("ffprobe").toString());
    }
}
