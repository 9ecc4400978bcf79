package academy.artisan.lms.authoring.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/** What identifies the bytes of a file. */
record FileDigest(long sizeBytes, long crc32, String sha256) {

    static FileDigest of(Path file) throws IOException {
        try (var content = Files.newInputStream(file)) {
            return copy(content, OutputStream.nullOutputStream());
        }
    }

    /** Of what is copied. */
    static FileDigest copy(InputStream from, OutputStream to) throws IOException {
        var crc = new CRC32();
        var sha256 = newDigest();
        var size = new DigestInputStream(new CheckedInputStream(from, crc), sha256).transferTo(to);
        return new FileDigest(size, crc.getValue(), HexFormat.of().formatHex(sha256.digest()));
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }
}
