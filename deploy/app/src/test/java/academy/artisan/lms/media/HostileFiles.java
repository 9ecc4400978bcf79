package academy.artisan.lms.media;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

import academy.artisan.lms.testing.Documents;

import static academy.artisan.lms.media.Boxes.box;
import static academy.artisan.lms.media.Boxes.integer;
import static academy.artisan.lms.media.Boxes.joined;
import static academy.artisan.lms.media.Boxes.letters;
import static academy.artisan.lms.media.Boxes.replace;
import static academy.artisan.lms.media.Boxes.swap;

/** Files that somebody may upload as a video, by mistake or with something in mind, and what is to become of each. */
final class HostileFiles {

    private static final String READY = "READY";

    private final Tools tools;
    private final Path folder;
    private final Lure lure;
    private final Map<String, byte[]> contents = new LinkedHashMap<>();
    private final Map<String, String> ends = new LinkedHashMap<>();

    HostileFiles(Tools tools, Path folder, Lure lure) throws Exception {
        this.tools = tools;
        this.folder = folder;
        this.lure = lure;
        var video = tools.video(folder.resolve("usual.mp4"), "320x180", true, "-t", "2");
        otherFiles();
        pictures();
        listsOfOtherFiles();
        referencesToOtherFiles(video);
        damaged(video);
        lying();
        protectedByKeys(video);
        withoutMovingPictures();
        odd();
    }

    Map<String, byte[]> contents() {
        return contents;
    }

    byte[] content(String name) {
        return Objects.requireNonNull(contents.get(name));
    }

    /** READY or the code of the failure, by name. */
    Map<String, String> ends() {
        return ends;
    }

    private void add(String name, String end, byte[] content) {
        contents.put(name, content);
        ends.put(name, end);
    }

    private void add(String name, String end, String content) {
        add(name, end, content.getBytes(StandardCharsets.UTF_8));
    }

    private String usual() {
        return folder.resolve("usual.mp4").toString();
    }

    /** What ffmpeg makes of these inputs and options. */
    private byte[] made(String name, String... arguments) throws Exception {
        var command = new ArrayList<>(List.of("-v", "error", "-y"));
        command.addAll(List.of(arguments));
        var file = folder.resolve(name);
        command.add(file.toString());
        Tools.run(tools.ffmpeg(), command);
        return Files.readAllBytes(file);
    }

    private void otherFiles() throws IOException {
        var noise = new byte[50_000];
        new Random(7).nextBytes(noise);
        add("text.mp4", "not-a-video", "This is no video.\n".repeat(50));
        add("one-byte.mp4", "not-a-video", "0");
        add("zeros.mp4", "not-a-video", new byte[100_000]);
        add("noise.mp4", "not-a-video", noise);
        add("page.mp4", "not-a-video", "<!DOCTYPE html><html><body><video src=%s>".formatted(lure.url("page")));
        add("document.mp4", "not-a-video", Documents.pdf(1, "no video"));
        add("archive.mp4", "not-a-video", Documents.zip(Map.of("bomb", new byte[20_000_000])));
        add("program.mp4", "not-a-video", joined(letters("\u007fELF\u0002\u0001\u0001"), noise));
        add("entities.mp4", "not-a-video", """
                <!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>
                <MPD>&c;&c;&c;</MPD>""");
    }

    private void pictures() throws Exception {
        add("picture.mp4", "not-a-video", Documents.picture("png", 64, 64));
        add("photo.mp4", "not-a-video", Documents.picture("jpg", 64, 64));
        add("drawing.mp4", "not-a-video", """
                <?xml version="1.0"?><!DOCTYPE svg [<!ENTITY secret SYSTEM "file:///etc/passwd">]>
                <svg xmlns="http://www.w3.org/2000/svg"><image href="%s"/><text>&secret;</text></svg>
                """.formatted(lure.url("drawing")));
        add("picture-in.mov", "still-picture", still("still.mov", "png"));
        add("one-frame.avi", "still-picture", still("still.avi", "mjpeg"));
        add("one-frame.mkv", "still-picture", still("still.mkv", "libx264"));
        add("animation.mp4", "not-a-video", made("animation.gif", "-f", "lavfi", "-i", "testsrc2=size=64x64:d=1"));
    }

    private byte[] still(String name, String codec) throws Exception {
        var picture = "color=gray:size=64x64,format=yuvj420p";
        return codec.equals("png")
                ? made(name, "-f", "lavfi", "-i", "color=gray:size=64x64,format=gray", "-frames:v", "1", "-c:v", codec)
                : made(name, "-f", "lavfi", "-i", picture, "-frames:v", "1", "-c:v", codec);
    }

    private void listsOfOtherFiles() {
        add("playlist.mp4", "not-a-video", playlist());
        add("local-playlist.mp4", "not-a-video", playlist().replace(lure.url("playlist.ts"), "file:///etc/passwd"));
        add("master.mp4", "not-a-video", """
                #EXTM3U
                #EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",NAME="a",URI="%s"
                #EXT-X-STREAM-INF:BANDWIDTH=1,AUDIO="a"
                %s
                """.formatted(lure.url("audio.m3u8"), lure.url("video.m3u8")));
        add("script.mp4", "not-a-video", "ffconcat version 1.0\nfile '%s'\n".formatted(lure.url("script.mp4")));
        add("local-script.mp4", "not-a-video", "ffconcat version 1.0\nfile 'file:///etc/passwd'\n");
        add("manifest.mp4", "not-a-video", """
                <?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static" mediaPresentationDuration="PT2S">
                <Period><AdaptationSet mimeType="video/mp4"><Representation id="1" bandwidth="1"><BaseURL>%s</BaseURL>
                <SegmentList duration="2"><Initialization sourceURL="i"/><SegmentURL media="s"/></SegmentList>
                </Representation></AdaptationSet></Period></MPD>
                """.formatted(lure.url("dash/")));
        add("session.mp4", "not-a-video", """
                v=0
                o=- 0 0 IN IP4 127.0.0.1
                s=-
                c=IN IP4 127.0.0.1
                t=0 0
                m=video %d TCP/RTP/AVP 96
                a=rtpmap:96 H264/90000
                """.formatted(lure.port()));
        add("redirection.mp4", "not-a-video", "RTSPtext\nrtsp://127.0.0.1:%d/x\n".formatted(lure.port()));
    }

    /** A playlist whose one segment is at the lure. */
    String playlist() {
        return "#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\n%s\n#EXT-X-ENDLIST\n"
                .formatted(lure.url("playlist.ts"));
    }

    /** A movie may say that its pictures and sounds are somewhere else: in this case, where they really are. */
    private void referencesToOtherFiles(byte[] video) {
        var references = "moov.trak.mdia.minf.dinf.dref";
        var address = box("url ", integer(0), letters(lure.url("reference.mov") + "\0"));
        add("address.mov", READY, replace(video, references, old -> joined(integer(0), integer(1), address)));
        var alias = box("alis", integer(0), Forgeries.alias(usual()));
        add("alias.mov", "incomplete", replace(video, references, old -> joined(integer(0), integer(1), alias)));
    }

    private void damaged(byte[] video) throws Exception {
        var begun = made("begun.mp4", "-i", usual(), "-c", "copy", "-movflags", "faststart");
        add("cut-before-the-end.mp4", "incomplete", Arrays.copyOf(video, video.length * 2 / 3));
        add("cut-in-the-middle.mp4", "incomplete", Arrays.copyOf(begun, begun.length / 2));
        add("cut-stream.ts", READY, cut("stream.ts"));
        add("cut.mkv", "incomplete", cut("stream.mkv"));
        add("noise-in-the-head.mp4", "incomplete", replace(video, "moov.trak.mdia.minf.stbl", Forgeries::noisy));
        add("noise-in-the-pictures.mp4", "not-decodable", replace(video, "mdat", old -> {
            var noise = new byte[old.length];
            new Random(3).nextBytes(noise);
            return noise;
        }));
        add(
                "no-end.mp4",
                "incomplete",
                joined(
                        box("ftyp", letters("isom\0\0\2\0isom")),
                        integer(1),
                        letters("mdat"),
                        integer(0x7fffffff),
                        integer(-1),
                        new byte[1000]));
        var nested = new byte[0];
        for (var depth = 0; depth < 2000; depth++) {
            nested = box(depth % 2 == 0 ? "trak" : "moov", nested);
        }
        add("nested.mp4", "not-a-video", joined(box("ftyp", letters("isom\0\0\2\0isom")), nested));
        add("sync-bytes.ts", "not-a-video", Forgeries.syncBytes());
    }

    private byte[] cut(String name) throws Exception {
        var whole = made(name, "-i", usual(), "-c", "copy");
        return Arrays.copyOf(whole, whole.length / 2);
    }

    private void lying() throws Exception {
        var slow = Forgeries.slow(made("plain.mp4", "-i", usual(), "-an", "-c", "copy", "-use_editlist", "0"));
        add("slow.mp4", "too-long", slow);
        add("hundred-hours.mp4", "too-long", replace(slow, "moov.trak.mdia.mdhd", Forgeries::ofHundredHours));
        var matroska = made("lying.mkv", "-i", usual(), "-c", "copy");
        var late = "setts=ts='if(gte(N,30),TS+13*3600/TB,TS)'";
        var later = made("later.mkv", "-i", usual(), "-an", "-c", "copy", "-bsf:v", late);
        add("thirteen-hours-untold.mkv", "too-long", Forgeries.matroskaLength(later, 2000));
        add("eleven-hours.mkv", "incomplete", Forgeries.matroskaLength(matroska, 11 * 3_600_000.0));
        add("endless.mkv", "too-long", Forgeries.matroskaLength(matroska, 1e12));
        for (var side : List.of(16_384, 16_000)) {
            add(
                    "huge-%d.mov".formatted(side),
                    "picture-too-large",
                    Forgeries.enlarged(still("still-%d.mov".formatted(side), "png"), side));
        }
        add(
                "compressed-head.mov",
                "not-a-video",
                joined(
                        box("ftyp", letters("qt  \0\0\2\0qt  ")),
                        box(
                                "moov",
                                box(
                                        "cmov",
                                        box("dcom", letters("zlib")),
                                        box("cmvd", integer(0x70000000), Forgeries.deflated(2_000_000))))));
        var avi = made("lying.avi", "-i", usual(), "-c:v", "mjpeg", "-an", "-t", "1");
        add("largest-size.avi", "no-duration", Forgeries.withSize(avi, -1));
        add("no-size.avi", READY, Forgeries.withSize(avi, 0));
        add("no-rate.avi", READY, Forgeries.withoutRate(avi));
    }

    private void protectedByKeys(byte[] video) throws Exception {
        var key = "76a6c65c5ea762046bd749a2e632ccbb";
        var encrypted = made(
                "encrypted.mp4",
                "-i",
                usual(),
                "-c",
                "copy",
                "-encryption_scheme",
                "cenc-aes-ctr",
                "-encryption_key",
                key,
                "-encryption_kid",
                key);
        add("encrypted.mp4", "encrypted", encrypted);
        add(
                "protected.mp4",
                "encrypted",
                replace(
                        encrypted,
                        "moov.trak.mdia.minf.stbl.stsd",
                        old -> swap(old, letters("avc1"), letters("encv"))));
        add(
                "said-to-be-protected.mp4",
                "encrypted",
                replace(video, "moov.trak.mdia.minf.stbl.stsd", old -> swap(old, letters("avc1"), letters("encv"))));
    }

    private void withoutMovingPictures() throws Exception {
        var text = Files.writeString(folder.resolve("text.srt"), "1\n00:00:00,000 --> 00:00:02,000\nText\n");
        add("subtitles.mkv", "no-picture", made("subtitles.mkv", "-i", text.toString(), "-c", "copy"));
        var sine = List.of("-f", "lavfi", "-i", "sine=duration=1").toArray(String[]::new);
        var sound = made("sound.m4a", sine);
        add("sound.m4a", "no-picture", sound);
        add("sound.mp3", "not-a-video", made("sound.mp3", sine));
        add(
                "cover.m4a",
                "no-picture",
                made(
                        "cover.m4a",
                        "-i",
                        folder.resolve("sound.m4a").toString(),
                        "-f",
                        "lavfi",
                        "-i",
                        "color=red:size=64x64",
                        "-map",
                        "0",
                        "-map",
                        "1",
                        "-frames:v",
                        "1",
                        "-c:v",
                        "png",
                        "-disposition:v",
                        "attached_pic"));
    }

    private void odd() throws Exception {
        for (var size : List.of("1x1", "2x2", "3x5")) {
            add(
                    size + ".mkv",
                    READY,
                    made(
                            size + ".mkv",
                            "-f",
                            "lavfi",
                            "-i",
                            "color=red:size=%s:duration=2,format=yuv444p".formatted(size),
                            "-c:v",
                            "ffv1"));
        }
        add("part.mp4", READY, made("part.mp4", "-ss", "0.5", "-i", usual(), "-c", "copy"));
        add(
                "before-zero.mkv",
                READY,
                made(
                        "before-zero.mkv",
                        "-itsoffset",
                        "-0.5",
                        "-i",
                        usual(),
                        "-c",
                        "copy",
                        "-avoid_negative_ts",
                        "disabled"));
        add(
                "attachment.mkv",
                READY,
                made(
                        "attachment.mkv",
                        "-i",
                        usual(),
                        "-c",
                        "copy",
                        "-attach",
                        folder.resolve("text.srt").toString(),
                        "-metadata:s:t",
                        "mimetype=application/x-sh"));
        var hundred = new ArrayList<>(
                List.of("-i", usual(), "-i", folder.resolve("sound.m4a").toString(), "-map", "0:v"));
        for (var track = 1; track < 100; track++) {
            hundred.addAll(List.of("-map", "1:a"));
        }
        hundred.addAll(List.of("-c", "copy"));
        add("hundred-streams.mkv", READY, made("hundred-streams.mkv", hundred.toArray(String[]::new)));
        add(
                "sound-of-384-kHz.mov",
                READY,
                tools.video(
                        folder.resolve("rate.mov"), "64x64", true, "-t", "1", "-c:a", "pcm_s16le", "-ar", "384000"));
        add(
                "thousand-frames-a-second.mp4",
                READY,
                made(
                        "thousand.mp4",
                        "-f",
                        "lavfi",
                        "-i",
                        "testsrc2=size=64x64:rate=1000:duration=1",
                        "-c:v",
                        "libx264",
                        "-preset",
                        "ultrafast"));
        add(
                "never-finished.webm",
                "no-duration",
                made(
                        "live.webm",
                        "-f",
                        "lavfi",
                        "-i",
                        "testsrc2=size=64x64:duration=1",
                        "-c:v",
                        "libvpx",
                        "-f",
                        "webm",
                        "-live",
                        "1"));
    }
}
