package academy.artisan.lms.testing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Small real documents and pictures, and the parts to make false ones of. */
public final class Documents {

    private static final String FORMATS = "application/vnd.openxmlformats-officedocument.";
    public static final String DOCX = FORMATS + "wordprocessingml.document.main+xml";
    public static final String PPTX = FORMATS + "presentationml.presentation.main+xml";
    public static final String XLSX = FORMATS + "spreadsheetml.sheet.main+xml";
    public static final String DOCM = "application/vnd.ms-word.document.macroEnabled.main+xml";

    private static final String CORE =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";

    static {
        // That there is no Helvetica on a machine is no news in a log
        ((Logger) LoggerFactory.getLogger("org.apache.pdfbox")).setLevel(Level.OFF);
    }

    private Documents() {}

    /** A PDF of so many pages with this text (Latin letters only) on each. */
    public static byte[] pdf(int pages, String text) {
        return pdf(pages, text, null);
    }

    /** The same under a password; with the empty one everybody can open it, but not change it. */
    public static byte[] lockedPdf(String password) {
        return pdf(1, "secret", new StandardProtectionPolicy("owner", password, new AccessPermission()));
    }

    private static byte[] pdf(int pages, String text, @Nullable StandardProtectionPolicy lock) {
        var bytes = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            for (var i = 0; i < pages; i++) {
                var page = new PDPage();
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(FontName.HELVETICA), 12);
                    content.newLineAtOffset(50, 700);
                    content.showText(text);
                    content.endText();
                }
            }
            if (lock != null) {
                document.protect(lock);
            }
            document.save(bytes, CompressParameters.NO_COMPRESSION);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return bytes.toByteArray();
    }

    public static byte[] docx(String text) {
        return office(DOCX, "word/document.xml", Map.of("word/document.xml", paragraph(text)), "");
    }

    public static String paragraph(String text) {
        return """
                <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">\
                <w:body><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:body></w:document>""".formatted(text);
    }

    public static byte[] pptx(String... slides) {
        var parts = new LinkedHashMap<String, String>();
        parts.put(
                "ppt/presentation.xml",
                "<p:presentation xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"/>");
        var types = new StringBuilder();
        for (var i = 0; i < slides.length; i++) {
            parts.put("ppt/slides/slide%d.xml".formatted(i + 1), """
                    <p:sld xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" \
                    xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:t>%s</a:t></p:sld>""".formatted(slides[i]));
            types.append(override("ppt/slides/slide%d.xml".formatted(i + 1), FORMATS + "presentationml.slide+xml"));
        }
        return office(PPTX, "ppt/presentation.xml", parts, types.toString());
    }

    public static byte[] xlsx(String... cells) {
        var strings = new StringBuilder("<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">");
        for (var cell : cells) {
            strings.append("<si><t>").append(cell).append("</t></si>");
        }
        var sheet = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"/>";
        return office(
                XLSX,
                "xl/workbook.xml",
                Map.of(
                        "xl/workbook.xml",
                        "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"/>",
                        "xl/worksheets/sheet1.xml",
                        sheet,
                        "xl/worksheets/sheet2.xml",
                        sheet,
                        "xl/sharedStrings.xml",
                        strings + "</sst>"),
                override("xl/worksheets/sheet1.xml", FORMATS + "spreadsheetml.worksheet+xml")
                        + override("xl/worksheets/sheet2.xml", FORMATS + "spreadsheetml.worksheet+xml")
                        + override("xl/sharedStrings.xml", FORMATS + "spreadsheetml.sharedStrings+xml"));
    }

    /** An Office package whose main part is of this content type. */
    public static byte[] office(String contentType, String mainPart, Map<String, String> parts, String moreTypes) {
        var all = new LinkedHashMap<String, byte[]>();
        all.put("[Content_Types].xml", utf8("""
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
                <Default Extension="xml" ContentType="application/xml"/>\
                <Default Extension="bin" ContentType="application/octet-stream"/>%s%s</Types>""".formatted(override(mainPart, contentType), moreTypes)));
        all.put("_rels/.rels", utf8("""
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
                <Relationship Id="r1" Type="%s" Target="%s"/></Relationships>""".formatted(CORE, mainPart)));
        parts.forEach((name, text) -> all.put(name, utf8(text)));
        return zip(all);
    }

    private static String override(String part, String contentType) {
        return "<Override PartName=\"/%s\" ContentType=\"%s\"/>".formatted(part, contentType);
    }

    public static byte[] zip(Map<String, byte[]> entries) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return bytes.toByteArray();
    }

    /** A picture in {@code png} or {@code jpeg}. */
    public static byte[] picture(String format, int width, int height) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return bytes.toByteArray();
    }

    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
