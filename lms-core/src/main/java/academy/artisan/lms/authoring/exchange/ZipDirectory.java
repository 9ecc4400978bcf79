package academy.artisan.lms.authoring.exchange;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The central directory of a zip, looked at before any library does: how many entries there are, how large it is and
 * what it says of itself is up to whoever made the file.
 */
final class ZipDirectory {

    private static final int END_BYTES = 22;
    private static final int LOCATOR_BYTES = 20;
    private static final int END64_BYTES = 56;
    private static final int HEADER_BYTES = 46;
    private static final int END = 0x06054b50;
    private static final int LOCATOR = 0x07064b50;
    private static final int END64 = 0x06064b50;
    private static final int HEADER = 0x02014b50;
    private static final long IN_ZIP64 = 0xFFFFFFFFL;
    private static final int ENCRYPTED = 0x2041;
    private static final int UNIX = 3;
    private static final int LINK = 0120000;
    private static final Pattern UNSAFE = Pattern.compile("^/|\\\\|:|(^|/)\\.\\.?(/|$)|//|[\\p{Cntrl}]");

    private final FileChannel file;
    private final Map<String, Boolean> stored = new LinkedHashMap<>();

    private record Bounds(long entries, long bytes, long offset, long end) {}

    private ZipDirectory(FileChannel file) {
        this.file = file;
    }

    /** The names of all entries, and whether each is stored as it is. */
    static Map<String, Boolean> read(Path path) throws IOException, Unacceptable {
        try (var file = FileChannel.open(path, StandardOpenOption.READ)) {
            var directory = new ZipDirectory(file);
            directory.read(directory.bounds());
            return directory.stored;
        }
    }

    /** A directory at the very end, as this platform writes it. */
    private Bounds bounds() throws IOException, Unacceptable {
        var at = file.size() - END_BYTES;
        var end = bytes(at, END_BYTES, END);
        if (end.getShort(20) != 0) {
            throw notAZip();
        }
        var entries = Short.toUnsignedInt(end.getShort(10));
        var bytes = Integer.toUnsignedLong(end.getInt(12));
        var offset = Integer.toUnsignedLong(end.getInt(16));
        if (entries != 0xFFFF && bytes != IN_ZIP64 && offset != IN_ZIP64) {
            return new Bounds(entries, bytes, offset, at);
        }
        var end64At = bytes(at - LOCATOR_BYTES, LOCATOR_BYTES, LOCATOR).getLong(8);
        var end64 = bytes(end64At, END64_BYTES, END64);
        return new Bounds(end64.getLong(32), end64.getLong(40), end64.getLong(48), end64At);
    }

    private ByteBuffer bytes(long position, int length, int signature) throws IOException, Unacceptable {
        if (position < 0 || position > file.size() - length) {
            throw notAZip();
        }
        var bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining() && file.read(bytes, position + bytes.position()) > 0) {
            // until all are there
        }
        if (bytes.hasRemaining() || (length >= 4 && bytes.getInt(0) != signature)) {
            throw notAZip();
        }
        return bytes.flip();
    }

    private void read(Bounds bounds) throws IOException, Unacceptable {
        if (bounds.entries() > Limits.ENTRIES || bounds.bytes() > Limits.DIRECTORY_BYTES) {
            throw new Unacceptable(Flaw.of("too-many-entries", Limits.ENTRIES));
        }
        if (bounds.entries() <= 0 || bounds.bytes() <= 0 || bounds.offset() != bounds.end() - bounds.bytes()) {
            throw notAZip();
        }
        var directory = bytes(bounds.offset(), (int) bounds.bytes(), HEADER);
        var packed = 0L;
        for (var i = 0; i < bounds.entries(); i++) {
            packed += readEntry(directory);
            // Entries that share their bytes unpack to more than there is
            if (packed > bounds.offset()) {
                throw new Unacceptable(Flaw.of("unpacks-too-large"));
            }
        }
        if (directory.hasRemaining()) {
            throw notAZip();
        }
    }

    /** Answers how many bytes it takes. */
    private long readEntry(ByteBuffer directory) throws Unacceptable {
        if (directory.remaining() < HEADER_BYTES || directory.getInt(directory.position()) != HEADER) {
            throw notAZip();
        }
        var header = directory.slice().order(ByteOrder.LITTLE_ENDIAN);
        var nameBytes = Short.toUnsignedInt(header.getShort(28));
        var extraBytes = Short.toUnsignedInt(header.getShort(30));
        var length = HEADER_BYTES + nameBytes + extraBytes + Short.toUnsignedInt(header.getShort(32));
        if (header.remaining() < length) {
            throw notAZip();
        }
        var name = StandardCharsets.UTF_8
                .decode(header.slice(HEADER_BYTES, nameBytes))
                .toString();
        requireHarmless(name, header);
        var method = header.getShort(10);
        if (stored.putIfAbsent(name, method == 0) != null) {
            throw new Unacceptable(Flaw.of("duplicate-entry", name));
        }
        directory.position(directory.position() + length);
        return packedBytes(header, HEADER_BYTES + nameBytes, extraBytes);
    }

    private static void requireHarmless(String name, ByteBuffer header) throws Unacceptable {
        if ((header.getShort(8) & ENCRYPTED) != 0) {
            throw new Unacceptable(Flaw.of("encrypted", name));
        }
        if (UNSAFE.matcher(name).find()) {
            throw new Unacceptable(Flaw.of("unsafe-path", name));
        }
        if (header.get(5) == UNIX && (header.getInt(38) >>> 16 & 0170000) == LINK) {
            throw new Unacceptable(Flaw.of("link", name));
        }
        if (header.getShort(10) != 0 && header.getShort(10) != 8) {
            throw new Unacceptable(Flaw.of("unknown-packing", name));
        }
    }

    private static long packedBytes(ByteBuffer header, int extraAt, int extraBytes) throws Unacceptable {
        var packed = Integer.toUnsignedLong(header.getInt(20));
        if (packed != IN_ZIP64) {
            return packed;
        }
        var before = Integer.toUnsignedLong(header.getInt(24)) == IN_ZIP64 ? 8 : 0;
        for (var at = extraAt; at + 4 <= extraAt + extraBytes; at += 4 + Short.toUnsignedInt(header.getShort(at + 2))) {
            var isWhole = at + 4 + before + 8 <= extraAt + extraBytes;
            if (header.getShort(at) == 1 && isWhole && header.getLong(at + 4 + before) >= 0) {
                return header.getLong(at + 4 + before);
            }
        }
        throw notAZip();
    }

    private static Unacceptable notAZip() {
        return new Unacceptable(Flaw.of("not-a-zip"));
    }
}
