package academy.artisan.lms.media.inspection;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;

/** Small files that unpack to far more than a machine has. */
final class Bombs {

    private static final int CHUNK = 1 << 20;
    private static final int CHUNKS = 1024;

    private Bombs() {}

    static byte[] pdf() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            var content = new PDStream(document);
            try (var packed = content.createOutputStream(COSName.FLATE_DECODE)) {
                var chunk = "q\n".repeat(CHUNK / 2).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
                for (var i = 0; i < CHUNKS; i++) {
                    packed.write(chunk);
                }
            }
            page.setContents(content);
            document.save(bytes);
        }
        return bytes.toByteArray();
    }
}
