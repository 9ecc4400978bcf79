package academy.artisan.lms.media;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Files that somebody may upload as a video, by mistake or with something in mind, and what is to become of each. */
final class HostileFiles {

    private final NoVideos noVideos;
    private final List<MadeFiles> kinds;

    HostileFiles(Tools tools, Path folder, Lure lure) throws Exception {
        noVideos = new NoVideos(tools, folder, lure);
        kinds = List.of(noVideos, new ForgedVideos(tools, folder, lure), new OddVideos(tools, folder, lure));
        var video = tools.video(folder.resolve("usual.mp4"), "320x180", true, "-t", "2");
        for (var kind : kinds) {
            kind.make(video);
        }
    }

    Map<String, byte[]> contents() {
        var all = new LinkedHashMap<String, byte[]>();
        kinds.forEach(kind -> all.putAll(kind.contents()));
        return all;
    }

    byte[] content(String name) {
        return Objects.requireNonNull(contents().get(name));
    }

    /** READY or the code of the failure, by name. */
    Map<String, String> ends() {
        var all = new LinkedHashMap<String, String>();
        kinds.forEach(kind -> all.putAll(kind.ends()));
        return all;
    }

    /** A playlist whose one segment is at the lure. */
    String playlist() {
        return noVideos.playlist();
    }
}
