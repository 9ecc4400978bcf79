package academy.artisan.lms.media;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;

import static academy.artisan.lms.media.Boxes.integer;
import static academy.artisan.lms.media.Boxes.joined;
import static academy.artisan.lms.media.Boxes.letters;
import static academy.artisan.lms.media.Boxes.replace;
import static academy.artisan.lms.media.Boxes.swap;

/** What is done to the bytes of a video, so that it does not hold what it says. */
final class Forgeries {

    private Forgeries() {}

    static byte[] alias(String path) {
        var name = Arrays.copyOf(letters(path), 63);
        var absolute = joined(
                ByteBuffer.allocate(4)
                        .putShort((short) 2)
                        .putShort((short) path.length())
                        .array(),
                letters(path),
                new byte[path.length() % 2]);
        var disk = ByteBuffer.allocate(50)
                .position(10)
                .put((byte) 4)
                .put(letters("disk"))
                .array();
        var levels = ByteBuffer.allocate(36)
                .position(16)
                .putShort((short) 1)
                .putShort((short) 1)
                .array();
        return Arrays.copyOf(joined(disk, new byte[] {(byte) path.length()}, name, levels, absolute), 300);
    }

    static byte[] noisy(byte[] content) {
        var random = new Random(5);
        var noise = content.clone();
        for (var at = 120; at < noise.length; at += 3) {
            noise[at] = (byte) random.nextInt();
        }
        return noise;
    }

    static byte[] syncBytes() {
        var packets = new byte[188 * 200];
        for (var at = 0; at < packets.length; at += 188) {
            packets[at] = 0x47;
            packets[at + 1] = 0x1f;
            packets[at + 2] = (byte) 0xff;
        }
        return packets;
    }

    /** Each of its 60 pictures is shown for 6000 seconds, of which the head of the track knows nothing. */
    static byte[] slow(byte[] video) {
        return replace(
                replace(
                        video,
                        "moov.trak.mdia.minf.stbl.stts",
                        old -> joined(integer(0), integer(1), integer(60), integer(6_000_000))),
                "moov.trak.mdia.mdhd",
                old -> ByteBuffer.wrap(old).putInt(12, 1000).putInt(16, 2000).array());
    }

    static byte[] ofHundredHours(byte[] trackHead) {
        return ByteBuffer.wrap(trackHead).putInt(16, 100 * 3600 * 1000).array();
    }

    /** The length that a Matroska file tells is a number of 8 bytes after these three. */
    static byte[] matroskaLength(byte[] file, double milliseconds) {
        var head = new byte[] {0x44, (byte) 0x89, (byte) 0x88};
        var out = file.clone();
        var at = Collections.indexOfSubList(asList(file), asList(head));
        ByteBuffer.wrap(out).putDouble(at + head.length, milliseconds);
        return out;
    }

    private static List<Byte> asList(byte[] bytes) {
        var list = new ArrayList<Byte>(bytes.length);
        for (var one : bytes) {
            list.add(one);
        }
        return list;
    }

    /** A PNG of 64 × 64 in a MOV that says in all places to be larger. */
    static byte[] enlarged(byte[] picture, int side) {
        var small = ByteBuffer.allocate(8).putInt(64).putInt(64).array();
        var large = ByteBuffer.allocate(8).putInt(side).putInt(side).array();
        var smallShorts =
                ByteBuffer.allocate(4).putShort((short) 64).putShort((short) 64).array();
        var largeShorts = ByteBuffer.allocate(4)
                .putShort((short) side)
                .putShort((short) side)
                .array();
        return swap(swap(picture, small, large), smallShorts, largeShorts);
    }

    static byte[] deflated(int zeros) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(bytes)) {
            deflater.write(new byte[zeros]);
        }
        return bytes.toByteArray();
    }

    static byte[] withSize(byte[] avi, int size) {
        return ByteBuffer.wrap(avi.clone()).putInt(4, size).array();
    }

    /** Frames per second are kept as the two numbers 20 bytes after the head of a stream; and once as a duration. */
    static byte[] withoutRate(byte[] avi) {
        var out = avi.clone();
        var stream = Collections.indexOfSubList(asList(avi), asList(letters("strh")));
        Arrays.fill(out, stream + 8 + 20, stream + 8 + 28, (byte) 0);
        Arrays.fill(out, 32, 36, (byte) 0);
        return out;
    }
}
