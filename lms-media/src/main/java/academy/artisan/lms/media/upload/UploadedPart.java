package academy.artisan.lms.media.upload;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import academy.artisan.lms.media.storage.StoredPart;

/** A part as the one who uploaded it names it: by the etag that the store answered. */
record UploadedPart(int number, String etag) {

    UploadedPart {
        etag = etag.replace("\"", "").toLowerCase(Locale.ROOT);
    }

    static UploadedPart of(StoredPart part) {
        return new UploadedPart(part.number(), part.etag());
    }

    /** Two lists of the same parts have the same digest, whatever their order. */
    static String digest(List<UploadedPart> parts) {
        var text = parts.stream()
                .sorted(Comparator.comparingInt(UploadedPart::number))
                .map(part -> part.number() + ":" + part.etag())
                .collect(Collectors.joining(","));
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
