package academy.artisan.lms.authoring.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import academy.artisan.lms.support.CanonicalJson;

/** Writes a zip entry by entry; the same entries make the same bytes, at whatever time and in whatever zone. */
final class ArchiveWriter implements AutoCloseable {

    /** The earliest that a zip can tell. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ZipOutputStream zip;
    private final List<Manifest.Entry> entries = new ArrayList<>();

    ArchiveWriter(OutputStream out) {
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    List<Manifest.Entry> entries() {
        return List.copyOf(entries);
    }

    void text(String path, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        write(path, bytes);
        entries.add(new Manifest.Entry(path, bytes.length, CanonicalJson.sha256(text)));
    }

    /** What does not pack any more is stored as it is. */
    void file(String path, Path file) {
        try {
            var digest = FileDigest.of(file);
            var entry = entry(path);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(digest.sizeBytes());
            entry.setCompressedSize(digest.sizeBytes());
            entry.setCrc(digest.crc32());
            zip.putNextEntry(entry);
            Files.copy(file, zip);
            zip.closeEntry();
            entries.add(new Manifest.Entry(path, digest.sizeBytes(), digest.sha256()));
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    void manifest(Manifest manifest) {
        write(Paths.MANIFEST, CanonicalJson.write(manifest).getBytes(StandardCharsets.UTF_8));
    }

    private void write(String path, byte[] content) {
        try {
            zip.putNextEntry(entry(path));
            zip.write(content);
            zip.closeEntry();
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    private static ZipEntry entry(String path) {
        var entry = new ZipEntry(path);
        entry.setTimeLocal(TIME);
        return entry;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
