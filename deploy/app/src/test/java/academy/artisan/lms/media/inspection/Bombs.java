package academy.artisan.lms.media.inspection;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.DeflaterOutputStream;

/** Small files that unpack to far more than a machine has. */
final class Bombs {

    private static final int CHUNK = 1 << 20;
    private static final int CHUNKS = 512;

    private Bombs() {}

    /**
     * A PDF without a table of its objects, which readers make up for, and with a page of half a GiB of instructions.
     */
    static byte[] pdf() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var content = new DeflaterOutputStream(packed)) {
            var chunk = ascii("q\n".repeat(CHUNK / 2));
            for (var i = 0; i < CHUNKS; i++) {
                content.write(chunk);
            }
        }
        var file = new ByteArrayOutputStream();
        file.write(ascii("""
                %%PDF-1.4
                1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
                2 0 obj <</Type /Pages /Count 1 /Kids [3 0 R]>> endobj
                3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R>> endobj
                4 0 obj <</Filter /FlateDecode /Length %d>> stream
                """.formatted(packed.size())));
        packed.writeTo(file);
        file.write(ascii("\nendstream endobj\ntrailer <</Root 1 0 R /Size 5>>\nstartxref\n0\n%%EOF\n"));
        return file.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
