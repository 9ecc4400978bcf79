package academy.artisan.lms.media.inspection;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.util.ZipSecureFile;

/** All entries of a zip, each read once from end to end within limits: how many characters of text are in which. */
final class Unpacked {

    private static final int MOST_ENTRIES = 10_000;
    private static final long MOST_BYTES = 512L << 20;
    /** Up to here it does not matter how well something packs. */
    private static final long HARMLESS_BYTES = 64L << 20;

    private static final int MOST_TIMES_LARGER = 100;

    private final Map<String, Integer> characters = new HashMap<>();
    private final long mostBytes;
    private long bytes;

    private Unpacked(long packedBytes) {
        mostBytes = Math.min(MOST_BYTES, Math.max(HARMLESS_BYTES, packedBytes * MOST_TIMES_LARGER));
    }

    static Unpacked of(Path file) throws IOException, UnfitFile {
        // The limits are those of this class: the ratio that the library allows is too small for honest tables
        ZipSecureFile.setMinInflateRatio(0);
        var unpacked = new Unpacked(Files.size(file));
        try (var zip = new ZipSecureFile(file.toFile())) {
            var entries = Collections.list(zip.getEntries());
            if (entries.size() > MOST_ENTRIES) {
                throw new UnfitFile(Refusal.UNPACKS_TOO_LARGE);
            }
            for (var entry : entries) {
                try (var content = zip.getInputStream(entry)) {
                    unpacked.read(entry.getName(), content);
                }
            }
        }
        return unpacked;
    }

    boolean has(String lowerCaseName) {
        return characters.containsKey(lowerCaseName);
    }

    /** The characters of text in these parts, up to the most that count. */
    int characters(Collection<PackagePart> parts) {
        var sum = parts.stream()
                .mapToLong(part -> characters.getOrDefault(
                        part.getPartName().getName().substring(1).toLowerCase(Locale.ROOT), 0))
                .sum();
        return (int) Math.min(Reading.MOST_CHARACTERS, sum);
    }

    private void read(String name, InputStream packed) throws IOException, UnfitFile {
        var key = name.toLowerCase(Locale.ROOT).replace('\\', '/');
        var content = new Metered(packed);
        try {
            characters.put(key, key.endsWith(".xml") || key.endsWith(".rels") ? XmlText.characters(content) : 0);
            content.transferTo(OutputStream.nullOutputStream());
        } catch (IOException broken) {
            if (bytes > mostBytes) {
                throw new UnfitFile(Refusal.UNPACKS_TOO_LARGE);
            }
            throw broken;
        }
    }

    /** Ends as soon as all entries together are too large. */
    private final class Metered extends InputStream {

        private final InputStream content;

        Metered(InputStream content) {
            this.content = content;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var count = content.read(buffer, offset, length);
            bytes += Math.max(0, count);
            if (bytes > mostBytes) {
                throw new IOException("Too large");
            }
            return count;
        }
    }
}
