package academy.artisan.lms.media;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/** The boxes that an MP4 or MOV file is made of: a length, a type of four letters, and what is in them. */
final class Boxes {

    private static final int HEAD = 8;

    private Boxes() {}

    static byte[] box(String type, byte[]... content) {
        var inside = joined(content);
        return joined(integer(HEAD + inside.length), letters(type), inside);
    }

    /** The file with another content in every box on the path, such as {@code moov.trak.tkhd}. */
    static byte[] replace(byte[] file, String path, UnaryOperator<byte[]> content) {
        var first = path.split("\\.", 2);
        var out = new ByteArrayOutputStream();
        for (var at = 0; at < file.length; ) {
            var length = ByteBuffer.wrap(file).getInt(at);
            var type = new String(file, at + 4, 4, StandardCharsets.ISO_8859_1);
            var inside = Arrays.copyOfRange(file, at + HEAD, at + length);
            if (type.equals(first[0])) {
                inside = first.length == 1 ? content.apply(inside) : replace(inside, first[1], content);
            }
            out.writeBytes(box(type, inside));
            at += length;
        }
        return out.toByteArray();
    }

    /** The file with other bytes of the same number wherever the first are found. */
    static byte[] swap(byte[] file, byte[] what, byte[] by) {
        var out = file.clone();
        for (var at = 0; at + what.length <= out.length; at++) {
            if (Arrays.equals(out, at, at + what.length, what, 0, what.length)) {
                System.arraycopy(by, 0, out, at, by.length);
            }
        }
        return out;
    }

    static byte[] integer(int value) {
        return ByteBuffer.allocate(4).putInt(value).array();
    }

    static byte[] letters(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] joined(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
