package academy.artisan.lms.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * Makes short films with ffmpeg: a card with the title where a font with Chinese characters is found, a spark that runs
 * along a seam, a bar that fills with time, and a quiet tone.
 */
@Component
@ConditionalOnBooleanProperty("lms.demo")
class DemoFilm {

    private static final List<String> GROUNDS = List.of("0x14424f", "0x3a2a4d", "0x2b4a2f", "0x4a2a24");
    private static final List<Path> FONTS = List.of(
            Path.of("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"),
            Path.of("/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc"),
            Path.of("/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc"),
            Path.of("/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc"),
            Path.of("/usr/share/fonts/truetype/wqy/wqy-microhei.ttc"),
            Path.of("/System/Library/Fonts/PingFang.ttc"));
    private static final int LONGEST_MINUTES = 5;

    private final String ffmpeg;

    DemoFilm(@Value("${lms.media.ffmpeg:ffmpeg}") String ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /** @param number chooses ground and tone, so that films can be told apart */
    Path make(Path folder, String title, String course, int seconds, int number)
            throws IOException, InterruptedException {
        var film = folder.resolve("film%d.mp4".formatted(number));
        var text = Files.writeString(folder.resolve("title%d.txt".formatted(number)), title);
        var small = Files.writeString(folder.resolve("course%d.txt".formatted(number)), course);
        var letters = font().map(font -> letters(font, text, small)).orElse("");
        var picture = "color=c=%s:s=1280x720:r=25:d=%d[g];".formatted(GROUNDS.get(number % GROUNDS.size()), seconds)
                + "color=c=0xf0b557:s=26x26:r=25:d=%d[spark];".formatted(seconds)
                + "color=c=0xf0b557:s=1280x12:r=25:d=%d[bar];".formatted(seconds)
                + "[g]drawgrid=w=80:h=80:t=1:c=white@0.06,drawbox=x=140:y=470:w=1000:h=6:c=white@0.45:t=fill"
                + letters + "[card];"
                + "[card][spark]overlay=x='140+(1000-26)*mod(t,8)/8':y='460+6*sin(18*t)'[seam];"
                + "[seam][bar]overlay=x='-1280+1280*t/%d':y=708,format=yuv420p".formatted(seconds);
        var tone = "sine=frequency=%d:sample_rate=48000:duration=%d,volume=0.05".formatted(220 + 55 * number, seconds);
        run(Stream.of(
                        "-y -nostdin -v error -f lavfi -i".split(" "),
                        new String[] {picture},
                        "-f lavfi -i".split(" "),
                        new String[] {tone},
                        ("-c:v libx264 -preset veryfast -crf 23 -g 50 -c:a aac -b:a 96k -shortest -t " + seconds)
                                .split(" "),
                        new String[] {film.toString()})
                .flatMap(Stream::of)
                .toList());
        return film;
    }

    private static String letters(Path font, Path title, Path course) {
        var form = ",drawtext=fontfile=%s:textfile=%s:fontcolor=white%s:fontsize=%d:x=140:y=%d";
        return form.formatted(font, course, "@0.75", 34, 190) + form.formatted(font, title, "", 62, 270);
    }

    private static Optional<Path> font() {
        return FONTS.stream().filter(Files::isReadable).findFirst();
    }

    private void run(List<String> arguments) throws IOException, InterruptedException {
        var command = Stream.concat(Stream.of(ffmpeg), arguments.stream()).toList();
        var builder = new ProcessBuilder(command).inheritIO();
        // Executables that bring their libraries along find only the direct ones by themselves
        Optional.ofNullable(Path.of(ffmpeg).getParent())
                .ifPresent(folder -> builder.environment().put("LD_LIBRARY_PATH", folder.toString()));
        var process = builder.start();
        if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        if (process.waitFor() != 0) {
            throw new IOException("ffmpeg could not make a film");
        }
    }
}
