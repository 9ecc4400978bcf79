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

    private final String start;

    Signature(String hex) {
        start = hex;
    }

    static Signature of(Path file) throws IOException {
        try (var content = Files.newInputStream(file)) {
            var first = HexFormat.of().formatHex(content.readNBytes(8));
            return Arrays.stream(values())
                    .filter(signature -> first.startsWith(signature.start))
                    .findFirst()
                    .orElse(OTHER);
        }
    }
}
