package academy.artisan.lms.bench.video;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The platform's own ffmpeg, by hand. */
record Ffmpeg(Path program) {

    private static final String SEGMENTS =
            " -f hls -hls_time 4 -hls_list_size 0 -hls_playlist_type vod -hls_segment_type fmp4";

    /** Pictures that change all the time, and a tone; the options say how they are coded. */
    Path source(Path file, String size, int rate, int seconds, String coding) throws Exception {
        run("-f lavfi -i testsrc2=size=%s:rate=%d -f lavfi -i sine=frequency=440 -t %d %s -c:a aac %s"
                .formatted(size, rate, seconds, coding, file));
        return file;
    }

    /** Four renditions and one track of sound, of one decode: what somebody would type. */
    void ladder(Path source, Path output, int threads) throws Exception {
        var command = new StringBuilder("-threads %d -i %s -filter_complex ".formatted(threads, source))
                .append("[0:v]split=4[a][b][c][d];[a]scale=1920:1080[a1];[b]scale=1280:720[b1]")
                .append(";[c]scale=960:540[c1];[d]scale=640:360[d1]");
        var rates = List.of(4593, 2500, 1624, 884);
        for (var i = 0; i < rates.size(); i++) {
            var folder = Files.createDirectories(output.resolve("pictures" + i));
            command.append(" -map [%c1] -c:v libx264 -preset veryfast -crf 23 -pix_fmt yuv420p".formatted('a' + i))
                    .append(" -maxrate %dk -bufsize %dk -threads %d".formatted(rates.get(i), rates.get(i) * 2, threads))
                    .append(" -sc_threshold 0 -force_key_frames expr:gte(t,n_forced*4)")
                    .append(SEGMENTS)
                    .append(" %s".formatted(folder.resolve("index.m3u8")));
        }
        var sound = Files.createDirectories(output.resolve("sound"));
        command.append(" -map 0:a -c:a aac -b:a 128k -ar 48000 -ac 2")
                .append(SEGMENTS)
                .append(" %s".formatted(sound.resolve("index.m3u8")));
        run(command.toString());
    }

    /** At the priority at which the platform processes videos. */
    private void run(String arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("nice", "-n", "10", program.toString(), "-v", "error", "-nostdin", "-y"));
        command.addAll(Arrays.asList(arguments.split(" +", -1)));
        var builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("LD_LIBRARY_PATH", String.valueOf(program.getParent()));
        if (builder.start().waitFor() != 0) {
            throw new IllegalStateException("ffmpeg failed: " + String.join(" ", command));
        }
    }
}
