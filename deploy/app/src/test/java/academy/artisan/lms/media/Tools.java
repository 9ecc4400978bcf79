package academy.artisan.lms.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;

/** The ffmpeg and ffprobe that the application uses, to make videos and to look at what became of them. */
public record Tools(Path ffmpeg, Path ffprobe) {

    public static Tools of(Environment environment) {
        return new Tools(
                Path.of(environment.getRequiredProperty("lms.media.ffmpeg")),
                Path.of(environment.getRequiredProperty("lms.media.ffprobe")));
    }

    /** A video of a moving picture; {@code options} come between the inputs and the output. */
    public byte[] video(Path file, String size, boolean sound, String... options) throws Exception {
        var arguments = new ArrayList<>(List.of("-v", "error", "-y"));
        arguments.addAll(List.of("-f", "lavfi", "-i", "testsrc2=size=%s:rate=30".formatted(size)));
        if (sound) {
            arguments.addAll(List.of("-f", "lavfi", "-i", "sine=frequency=440", "-c:a", "aac"));
        }
        arguments.addAll(List.of("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p"));
        arguments.addAll(List.of(options));
        arguments.add(file.toString());
        run(ffmpeg, arguments);
        return Files.readAllBytes(file);
    }

    /** Runs ffmpeg with these arguments, quietly and without questions. */
    public void make(List<String> arguments) throws Exception {
        var all = new ArrayList<>(List.of("-v", "error", "-nostdin", "-y"));
        all.addAll(arguments);
        run(ffmpeg, all);
    }

    /** Of the pictures as they are coded, whatever holds them. */
    public String digestOfPictures(Path file) throws Exception {
        return run(
                ffmpeg,
                List.of("-v", "error", "-i", file.toString(), "-map", "0:v", "-c", "copy", "-f", "streamhash", "-"));
    }

    public double seconds(String url) throws Exception {
        return Double.parseDouble(
                run(ffprobe, List.of("-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0", url))
                        .strip());
    }

    /** When the key frames of the video are shown, as text of seconds. */
    public List<String> keyFrames(String url) throws Exception {
        var arguments = List.of(
                "-v",
                "error",
                "-select_streams",
                "v",
                "-skip_frame",
                "nokey",
                "-show_entries",
                "frame=pts_time",
                "-of",
                "csv=p=0",
                url);
        return run(ffprobe, arguments)
                .lines()
                .map(line -> line.replace(",", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    static String run(Path program, List<String> arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(program.toString()));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("LD_LIBRARY_PATH", program.resolveSibling("").toString());
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
