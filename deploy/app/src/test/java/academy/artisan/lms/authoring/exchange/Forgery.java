package academy.artisan.lms.authoring.exchange;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import academy.artisan.lms.course.CourseContent;
import academy.artisan.lms.testing.Documents;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static academy.artisan.lms.testing.Documents.utf8;

/** An archive that was exported, and is made into one that never was. */
record Forgery(Map<String, byte[]> entries) {

    private static final int HEADER = 0x02014b50;

    static Forgery of(byte[] archive) {
        return new Forgery(Zips.entries(archive));
    }

    private String text(String path) {
        return new String(Objects.requireNonNull(entries.get(path)), StandardCharsets.UTF_8);
    }

    Forgery with(String path, byte[] content) {
        var changed = new LinkedHashMap<>(entries);
        changed.put(path, content);
        return new Forgery(changed);
    }

    Forgery without(String path) {
        var changed = new LinkedHashMap<>(entries);
        changed.remove(path);
        return new Forgery(changed);
    }

    Forgery replace(String path, UnaryOperator<String> change) {
        return with(path, utf8(change.apply(text(path))));
    }

    Forgery manifest(Consumer<ObjectNode> change) {
        var manifest = (ObjectNode) JsonMapper.shared().readTree(text(Paths.MANIFEST));
        change.accept(manifest);
        return with(Paths.MANIFEST, utf8(manifest.toString()));
    }

    /** The manifest says of all entries what they are, so that only what they say can be wrong. */
    Forgery consistent() {
        return manifest(manifest -> {
            var listed = manifest.putArray("entries");
            entries.forEach((path, content) -> {
                if (!path.equals(Paths.MANIFEST)) {
                    listed.addObject()
                            .put("path", path)
                            .put("sizeBytes", content.length)
                            .put("sha256", sha256(content));
                }
            });
            manifest.put("draftDigest", sha256(Objects.requireNonNull(entries.get(Paths.DRAFT))));
        });
    }

    private static String sha256(byte[] content) {
        try {
            return FileDigest.copy(new ByteArrayInputStream(content), OutputStream.nullOutputStream())
                    .sha256();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Another draft, and a manifest that agrees. */
    Forgery draft(UnaryOperator<String> change) {
        return replace(Paths.DRAFT, change).consistent();
    }

    /** Another draft in canonical form. */
    Forgery outline(Consumer<ObjectNode> change) {
        return draft(draft -> {
            var changed = (ObjectNode) JsonMapper.shared().readTree(draft);
            change.accept(changed);
            return CourseContent.of(changed.toString()).canonical();
        });
    }

    byte[] zip() {
        return Documents.zip(entries);
    }

    /** With files and videos as they are, as exports have them. */
    byte[] zipWithStoredMedia() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                var header = new ZipEntry(entry.getKey());
                if (entry.getKey().startsWith("media/")) {
                    var crc = new CRC32();
                    crc.update(entry.getValue());
                    header.setMethod(ZipEntry.STORED);
                    header.setSize(entry.getValue().length);
                    header.setCrc(crc.getValue());
                }
                zip.putNextEntry(header);
                zip.write(entry.getValue());
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return bytes.toByteArray();
    }

    /** Changes what the directory of a zip says of an entry. */
    static byte[] patched(byte[] zip, String path, Consumer<ByteBuffer> change) {
        var bytes = ByteBuffer.wrap(zip.clone()).order(ByteOrder.LITTLE_ENDIAN);
        for (var at = 0; at < zip.length - 46; at++) {
            if (bytes.getInt(at) == HEADER) {
                var name = new byte[Short.toUnsignedInt(bytes.getShort(at + 28))];
                bytes.get(at + 46, name);
                if (new String(name, StandardCharsets.UTF_8).equals(path)) {
                    change.accept(bytes.slice(at, zip.length - at).order(ByteOrder.LITTLE_ENDIAN));
                }
            }
        }
        return bytes.array();
    }

    /** Changes the last record of a zip. */
    static byte[] endPatched(byte[] zip, Consumer<ByteBuffer> change) {
        var bytes = ByteBuffer.wrap(zip.clone()).order(ByteOrder.LITTLE_ENDIAN);
        change.accept(bytes.slice(zip.length - 22, 22).order(ByteOrder.LITTLE_ENDIAN));
        return bytes.array();
    }
}
