package academy.artisan.lms.media.transcode;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts segments by AES-128 as HLS has it (RFC 8216, 4.3.2.4): CBC with padding, and where no other initialisation
 * vector is named, the number of the segment in 16 bytes. What comes before the segments stays in clear.
 */
final class SegmentEncryption {

    private static final int KEY_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] key = new byte[KEY_BYTES];

    /** With a key of its own. */
    SegmentEncryption() {
        RANDOM.nextBytes(key);
    }

    /** Encrypts all renditions in their folders, and says by which key. */
    Made encrypt(Made made, Path directory) throws IOException {
        for (var rendition : made.renditions()) {
            for (var i = 0; i < rendition.segmentSeconds().size(); i++) {
                var segment = directory.resolve(rendition.name()).resolve(Encoding.segment(i));
                Files.write(segment, encrypt(Files.readAllBytes(segment), i));
            }
        }
        return made.encryptedBy(key.clone());
    }

    private byte[] encrypt(byte[] segment, int number) {
        try {
            var cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), vector(number));
            return cipher.doFinal(segment);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java platform has AES", missing);
        }
    }

    private static IvParameterSpec vector(int number) {
        return new IvParameterSpec(ByteBuffer.allocate(KEY_BYTES)
                .putInt(KEY_BYTES - Integer.BYTES, number)
                .array());
    }
}
