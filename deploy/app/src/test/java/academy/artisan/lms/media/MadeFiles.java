package academy.artisan.lms.media;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Files of one kind, made by ffmpeg or byte by byte, and what is to become of each. */
abstract class MadeFiles {

    static final String READY = "READY";

    final Tools tools;
    final Path folder;
    final Lure lure;
    private final Map<String, byte[]> contents = new LinkedHashMap<>();
    private final Map<String, String> ends = new LinkedHashMap<>();

    MadeFiles(Tools tools, Path folder, Lure lure) {
        this.tools = tools;
        this.folder = folder;
        this.lure = lure;
    }

    Map<String, byte[]> contents() {
        return contents;
    }

    /** READY or the code of the failure, by name. */
    Map<String, String> ends() {
        return ends;
    }

    /** @param video a usual one, which is in the folder as well */
    abstract void make(byte[] video) throws Exception;

    void add(String name, String end, byte[] content) {
        contents.put(name, content);
        ends.put(name, end);
    }

    void add(String name, String end, String content) {
        add(name, end, content.getBytes(StandardCharsets.UTF_8));
    }

    String usual() {
        return folder.resolve("usual.mp4").toString();
    }

    /** What ffmpeg makes of these inputs and options. */
    byte[] made(String name, String... arguments) throws Exception {
        var command = new ArrayList<>(List.of("-v", "error", "-y"));
        command.addAll(List.of(arguments));
        var file = folder.resolve(name);
        command.add(file.toString());
        Tools.run(tools.ffmpeg(), command);
        return Files.readAllBytes(file);
    }

    byte[] still(String name, String codec) throws Exception {
        var picture = "color=gray:size=64x64,format=yuvj420p";
        return codec.equals("png")
                ? made(name, "-f", "lavfi", "-i", "color=gray:size=64x64,format=gray", "-frames:v", "1", "-c:v", codec)
                : made(name, "-f", "lavfi", "-i", picture, "-frames:v", "1", "-c:v", codec);
    }
}
