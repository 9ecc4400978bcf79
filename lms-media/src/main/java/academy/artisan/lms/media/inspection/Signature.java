package academy.artisan.lms.media.inspection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;

/** How the bytes of a file begin. */
enum Signature {
    PDF("255044462d"),
    ZIP("504b0304"),
    OLE("d0cf11e0a1b11ae1"),
    JPEG("ffd8ff"),
    PNG("89504e470d0a1a0a"),
    OTHER("");

    private final byte[] start;

    Signature(String hex) {
        start = HexFormat.of().parseHex(hex);
    }

    static Signature of(Path file) throws IOException {
        try (var content = Files.newInputStream(file)) {
            var first = content.readNBytes(8);
            return Arrays.stream(values())
                    .filter(signature -> signature.startsWith(first))
                    .findFirst()
                    .orElse(OTHER);
        }
    }

    private boolean startsWith(byte[] first) {
        return first.length >= start.length && Arrays.equals(first, 0, start.length, start, 0, start.length);
    }
}
