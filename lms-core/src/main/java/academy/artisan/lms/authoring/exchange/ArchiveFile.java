package academy.artisan.lms.authoring.exchange;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** An archive of unknown origin. Its entries are read by name within limits, and never written under their names. */
final class ArchiveFile implements AutoCloseable {

    private final ZipFile zip;
    private final Map<String, Boolean> entries;
    private final long sizeBytes;

    private ArchiveFile(ZipFile zip, Map<String, Boolean> entries, long sizeBytes) {
        this.zip = zip;
        this.entries = entries;
        this.sizeBytes = sizeBytes;
    }

    static ArchiveFile open(Path path) throws IOException, Unacceptable {
        var entries = ZipDirectory.read(path);
        try {
            return new ArchiveFile(new ZipFile(path.toFile(), StandardCharsets.UTF_8), entries, Files.size(path));
        } catch (ZipException broken) {
            throw new Unacceptable(Flaw.of("not-a-zip"));
        }
    }

    Set<String> names() {
        return entries.keySet();
    }

    boolean isStored(String path) {
        return entries.getOrDefault(path, false);
    }

    long sizeBytes() {
        return sizeBytes;
    }

    /** The text of the entry, if it has at most so many bytes. */
    String text(String path, int mostBytes) throws IOException, Unacceptable {
        var bytes = new ByteArrayOutputStream();
        if (copy(path, bytes, mostBytes).sizeBytes() > mostBytes) {
            throw new Unacceptable(Flaw.of("entry-too-large", path));
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException other) {
            throw new Unacceptable(Flaw.of("content-unreadable", path));
        }
    }

    /** The text of an entry that is what the manifest says. */
    String text(Manifest.Entry entry) throws IOException, Unacceptable {
        var text = text(entry.path(), Limits.TEXT_BYTES);
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        require(entry, FileDigest.copy(new ByteArrayInputStream(bytes), OutputStream.nullOutputStream()));
        return text;
    }

    /** Copies an entry that is what the manifest says to a file. */
    void copy(Manifest.Entry entry, Path file) throws IOException, Unacceptable {
        try (var out = Files.newOutputStream(file)) {
            require(entry, copy(entry.path(), out, entry.sizeBytes()));
        }
    }

    private static void require(Manifest.Entry entry, FileDigest found) throws Unacceptable {
        if (found.sizeBytes() != entry.sizeBytes()) {
            throw new Unacceptable(Flaw.of("wrong-size", entry.path()));
        }
        if (!found.sha256().equals(entry.sha256())) {
            throw new Unacceptable(Flaw.of("wrong-digest", entry.path()));
        }
    }

    /** No more than one byte beyond the limit is unpacked. */
    private FileDigest copy(String path, OutputStream to, long mostBytes) throws IOException, Unacceptable {
        var entry = zip.getEntry(path);
        if (entry == null || !entries.containsKey(path)) {
            throw new Unacceptable(Flaw.of("missing-entry", path));
        }
        try (var content = zip.getInputStream(entry)) {
            return FileDigest.copy(new Bounded(content, mostBytes + 1), to);
        } catch (ZipException | EOFException broken) {
            throw new Unacceptable(Flaw.of("damaged-entry", path));
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static final class Bounded extends FilterInputStream {

        private long left;

        Bounded(InputStream content, long most) {
            super(content);
            left = most;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var count = left == 0 ? -1 : in.read(buffer, offset, (int) Math.min(length, left));
            left -= Math.max(0, count);
            return count;
        }
    }
}
