package academy.artisan.lms.media.captions;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Finds out how a text file is encoded: by its byte order mark, else it is UTF-8, else what Chinese editors write. */
final class CaptionEncoding {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int MARK = 0xFEFF;

    private CaptionEncoding() {}

    /** The text without its byte order mark; nothing if no encoding fits to every byte. */
    static Optional<String> decode(byte[] file) {
        if (beginsWith(file, 0xFE, 0xFF)) {
            return decode(file, StandardCharsets.UTF_16BE);
        }
        if (beginsWith(file, 0xFF, 0xFE)) {
            return decode(file, StandardCharsets.UTF_16LE);
        }
        return decode(file, StandardCharsets.UTF_8).or(() -> decode(file, GB18030));
    }

    private static Optional<String> decode(byte[] file, Charset charset) {
        try {
            var text = charset.newDecoder().decode(ByteBuffer.wrap(file)).toString();
            return Optional.of(!text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text);
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }

    private static boolean beginsWith(byte[] file, int first, int second) {
        return file.length >= 2 && (file[0] & 0xFF) == first && (file[1] & 0xFF) == second;
    }
}
