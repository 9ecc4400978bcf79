package academy.artisan.lms.media.inspection;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.IdentityHashMap;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.text.PDFTextStripper;

/** A PDF: its pages as they are there, not as it says that there are, and the characters on them. */
final class PdfDocument {

    /** Readers look for the end mark in the last KiB; some writers pad after it. */
    private static final int TAIL = 4096;

    private PdfDocument() {}

    static Finding inspect(Path file) throws IOException, UnfitFile {
        requireEnd(file);
        FontMappers.set(new OneFont());
        try (var source = new RandomAccessReadBufferedFile(file.toFile());
                var document = Loader.loadPDF(source)) {
            if (document.isEncrypted()) {
                throw new UnfitFile(Refusal.ENCRYPTED);
            }
            var pages = pages(document);
            if (pages == 0) {
                throw new UnfitFile(Refusal.DAMAGED);
            }
            return new Finding.Document(pages, characters(document));
        } catch (InvalidPasswordException locked) {
            throw new UnfitFile(Refusal.ENCRYPTED);
        }
    }

    /** Without its end a file is cut off, however much of it can still be shown. */
    private static void requireEnd(Path file) throws IOException, UnfitFile {
        try (var bytes = new RandomAccessFile(file.toFile(), "r")) {
            var tail = new byte[(int) Math.min(TAIL, bytes.length())];
            bytes.seek(bytes.length() - tail.length);
            bytes.readFully(tail);
            if (!new String(tail, StandardCharsets.ISO_8859_1).contains("%%EOF")) {
                throw new UnfitFile(Refusal.DAMAGED);
            }
        }
    }

    private static int pages(PDDocument document) {
        var pages = Collections.newSetFromMap(new IdentityHashMap<COSDictionary, Boolean>());
        for (var page : document.getPages()) {
            pages.add(page.getCOSObject());
        }
        return pages.size();
    }

    /** A page that cannot be read ends the count: viewers show it all the same, so it is no reason to refuse. */
    private static int characters(PDDocument document) {
        var counter = new CharacterCounter();
        try {
            new PDFTextStripper().writeText(document, counter);
        } catch (IOException | RuntimeException enough) {
            return counter.count();
        }
        return counter.count();
    }
}
