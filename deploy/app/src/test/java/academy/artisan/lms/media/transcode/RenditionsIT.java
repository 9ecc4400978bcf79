package academy.artisan.lms.media.transcode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.function.IntConsumer;

import academy.artisan.lms.media.Tools;
import academy.artisan.lms.media.source.Prober;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Sources of all kinds, and what ffprobe says about everything that is made of them. */
@StackTest
class RenditionsIT {

    @Autowired
    Environment environment;

    @Autowired
    Prober prober;

    @Autowired
    Transcoder transcoder;

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            fit                 | mp4 | kept    | 360p 240p | PICTURES SOUND -t 6 X264 -g 50 -c:a aac
            uneven key frames   | mp4 | kept    | 360p 240p | PICTURES SOUND -t 13 X264 -g 400 -force_key_frames 0,2.3,3.9,4.1,11.7,12 -c:a aac
            fit without sound   | mov | kept    | 360p 240p | PICTURES -t 6 X264 -g 60
            fit in Matroska     | mkv | kept    | 360p 240p | PICTURES -t 6 X264 -g 50
            rare key frames     | mp4 | encoded | 360p 240p | PICTURES -t 13 X264 -g 400
            open groups         | ts  | encoded | 360p 240p | PICTURES -t 6 X264 -preset fast -bf 3 -g 50 -x264-params open-gop=1:scenecut=0
            HEVC of ten bits    | mp4 | encoded | 360p 240p | PICTURES -t 5 -c:v libx265 -preset ultrafast -x265-params log-level=none -pix_fmt yuv420p10le
            high dynamic range  | mp4 | encoded | 360p 240p | PICTURES -t 5 -c:v libx265 -preset ultrafast -x265-params log-level=none:colorprim=bt2020:transfer=smpte2084:colormatrix=bt2020nc -pix_fmt yuv420p10le
            full range          | mp4 | encoded | 360p 240p | PICTURES -t 5 X264 -pix_fmt yuvj420p
            odd size            | mp4 | encoded | 360p 240p | -f lavfi -i testsrc2=size=641x361:rate=25 -t 5 X264 -pix_fmt yuv444p
            wide pixels         | mp4 | encoded | 360p 240p | PICTURES -t 5 X264 -vf setsar=4/3
            sixty a second      | mp4 | encoded | 360p 240p | -f lavfi -i testsrc2=size=640x360:rate=60 SOUND -t 5 X264 -c:a aac
            uneven rate         | mkv | encoded | 360p 240p | PICTURES SOUND -t 6 -vf select='not(mod(n,7))+lt(n,40)' -fps_mode vfr X264 -c:a aac
            interlaced          | ts  | encoded | 360p 240p | PICTURES -t 5 -vf interlace -c:v mpeg2video -flags +ildct+ilme -b:v 2M
            transport stream    | ts  | encoded | 360p 240p | PICTURES SOUND -t 6 X264 -g 50 -c:a aac
            mono, silent        | mp4 | kept    | 360p 240p | PICTURES -f lavfi -i anullsrc=r=8000:cl=mono -t 5 X264 -g 50 -c:a aac
            six channels        | mkv | kept    | 360p 240p | PICTURES -f lavfi -i anoisesrc=r=44100:a=0.1,aformat=channel_layouts=5.1 -t 5 X264 -c:a ac3
            sound goes on       | mp4 | encoded | 360p 240p | -t 3 PICTURES -t 6 SOUND X264 -g 50 -c:a aac
            sound ends early    | mp4 | kept    | 360p 240p | -t 6 PICTURES -t 3 SOUND X264 -g 50 -c:a aac
            sound comes late    | mkv | kept    | 360p 240p | PICTURES -itsoffset 2 SOUND -t 6 X264 -g 50 -c:a aac
            pictures come late  | mkv | encoded | 360p 240p | -itsoffset 2 PICTURES SOUND -t 6 X264 -g 50 -c:a aac
            tiny                | mp4 | kept    | 120p      | -f lavfi -i testsrc2=size=160x120:rate=25 -t 5 X264 -g 50
            upright             | mp4 | encoded | 360p 240p | -f lavfi -i testsrc2=size=360x640:rate=15 -t 5 -c:v mpeg4 -q:v 3
            """)
    void everyRenditionIsAsLongAsTheSourceAndCutWhereTheOthersAre(
            String name, String container, String pictures, String lines, String options) throws Exception {
        var file = source(container, options);
        var made = make(file);

        assertThat(made.renditions())
                .filteredOn(rendition -> rendition.frames() != null)
                .extracting(Rendition::name)
                .containsExactly(lines.split(" ", -1));
        assertThat(isKept(file, made.renditions())).as(name).isEqualTo(pictures.equals("kept"));
        assertFits(file, made);
    }

    @Test
    void turnedPicturesAreUprightEverywhere() throws Exception {
        var lying = source("mp4", "PICTURES -t 5 X264 -g 50");
        var turned = folder.resolve("turned.mp4");
        tools().make(List.of("-display_rotation", "90", "-i", lying.toString(), "-c", "copy", turned.toString()));
        var made = make(turned);
        assertThat(made.renditions().getFirst().frames()).isEqualTo(new Rendition.Frames(360, 640, 25));
        assertFits(turned, made);
    }

    @Test
    void progressIsToldWhileItRuns() throws Exception {
        var file = source("mp4", "-f lavfi -i testsrc2=size=1920x1080:rate=25 -t 12 -c:v mpeg4 -q:v 8");
        var told = new ArrayList<Integer>();
        make(file, told::add);
        assertThat(told).isSorted();
        assertThat(told.getFirst()).isLessThan(50);
    }

    @Test
    void streamsThatWereJoinedOrInterruptedPlayToTheEnd() throws Exception {
        var piece = source("ts", "PICTURES SOUND -t 4 X264 -g 50 -c:a aac");
        var later = folder.resolve("later.ts");
        tools().make(List.of("-i", piece.toString(), "-c", "copy", "-output_ts_offset", "600", later.toString()));
        for (var second : List.of(piece, later)) {
            var joined = folder.resolve("joined.ts");
            Files.write(joined, Files.readAllBytes(piece));
            Files.write(joined, Files.readAllBytes(second), StandardOpenOption.APPEND);
            assertThat(make(joined).renditions())
                    .allSatisfy(rendition ->
                            assertThat(rendition.length().toMillis() / 1000.0).isCloseTo(8, within(0.2)));
        }
    }

    @Test
    void whatLooksFitAndIsDamagedIsEncodedAfterAll() throws Exception {
        var damaged = source("mp4", "PICTURES -t 9 X264 -g 50");
        var bytes = Files.readAllBytes(damaged);
        Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + 1000, (byte) 0);
        Files.write(damaged, bytes);
        var made = make(damaged);
        assertThat(isKept(damaged, made.renditions())).isFalse();
        assertFits(damaged, made);
    }

    private void assertFits(Path file, Made made) throws Exception {
        var length = tools().seconds(file.toString());
        var keyFrames = new HashSet<List<Long>>();
        for (var rendition : made.renditions()) {
            var playlist = folder.resolve("made")
                    .resolve(rendition.name())
                    .resolve(Encoding.PLAYLIST)
                    .toString();
            assertThat(tools().seconds(playlist)).as(rendition.name()).isCloseTo(length, within(0.1));
            assertThat(rendition.length().toMillis() / 1000.0).isCloseTo(length, within(0.1));
            if (rendition.frames() != null) {
                keyFrames.add(hundredths(begins(rendition)));
            }
        }
        assertThat(keyFrames).hasSize(1);
    }

    /** Segment by segment, and of each its first picture is a key frame. */
    private List<Double> begins(Rendition rendition) throws Exception {
        var directory = folder.resolve("made").resolve(rendition.name());
        var keys = tools().keyFrames(directory.resolve(Encoding.PLAYLIST).toString()).stream()
                .map(Double::valueOf)
                .toList();
        var begins = new ArrayList<Double>();
        var at = 0.0;
        for (var seconds : rendition.segmentSeconds()) {
            var begin = at;
            assertThat(keys).anySatisfy(key -> assertThat(key).isCloseTo(begin, within(0.01)));
            begins.add(begin);
            at += seconds;
        }
        return begins;
    }

    private static List<Long> hundredths(List<Double> seconds) {
        return seconds.stream().map(time -> Math.round(time * 100)).toList();
    }

    /** Whether the first has the very pictures of the source. */
    private boolean isKept(Path source, List<Rendition> renditions) throws Exception {
        var first = folder.resolve("made").resolve(renditions.getFirst().name()).resolve(Encoding.PLAYLIST);
        return tools().digestOfPictures(first).equals(tools().digestOfPictures(source));
    }

    private Made make(Path file) throws Exception {
        return make(file, percent -> {});
    }

    private Made make(Path file, IntConsumer percents) throws Exception {
        var output = folder.resolve("made");
        FileSystemUtils.deleteRecursively(output);
        Files.createDirectory(output);
        return transcoder.make(prober.probe(file, output), file, output, percents);
    }

    private Path source(String container, String options) throws Exception {
        var file = folder.resolve("source." + container);
        var arguments =
                new ArrayList<>(Arrays.asList(options.replace("PICTURES", "-f lavfi -i testsrc2=size=640x360:rate=25")
                        .replace("SOUND", "-f lavfi -i sine=frequency=440")
                        .replace("X264", "-c:v libx264 -preset ultrafast -crf 36 -pix_fmt yuv420p -sc_threshold 0")
                        .split(" ", -1)));
        arguments.add(file.toString());
        tools().make(arguments);
        return file;
    }

    private Tools tools() {
        return Tools.of(environment);
    }
}
