package academy.artisan.lms.media;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import static academy.artisan.lms.media.Boxes.box;
import static academy.artisan.lms.media.Boxes.integer;
import static academy.artisan.lms.media.Boxes.joined;
import static academy.artisan.lms.media.Boxes.letters;
import static academy.artisan.lms.media.Boxes.replace;
import static academy.artisan.lms.media.Boxes.swap;

/** Videos that refer to other files, are damaged, lie or are locked. */
final class ForgedVideos extends MadeFiles {

    ForgedVideos(Tools tools, Path folder, Lure lure) {
        super(tools, folder, lure);
    }

    @Override
    void make(byte[] video) throws Exception {
        referencesToOtherFiles(video);
        damaged(video);
        lying();
        protectedByKeys(video);
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
        add("largest-size.avi", READY, Forgeries.withSize(avi, -1));
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
}
