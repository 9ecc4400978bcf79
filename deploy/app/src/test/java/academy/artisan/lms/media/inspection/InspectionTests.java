package academy.artisan.lms.media.inspection;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;

import academy.artisan.lms.course.FileLibrary.FileType;
import academy.artisan.lms.media.inspection.Finding.Document;
import academy.artisan.lms.media.inspection.Finding.Picture;
import academy.artisan.lms.media.inspection.Finding.Unfit;
import academy.artisan.lms.testing.Documents;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

class InspectionTests {

    private static final String BOMB = """
            <?xml version="1.0"?><!DOCTYPE w:document [<!ENTITY a "aaaaaaaaaa">\
            <!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>\
            <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:t>&c;</w:t></w:document>""";

    private static final String EXTERNAL_ENTITY = """
            <?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><x><t>&a;</t></x>""";

    @TempDir
    Path folder;

    /** What the library has to say of broken files is of no interest. */
    @BeforeAll
    static void silence() {
        for (var library : new String[] {"org.apache.pdfbox", "org.apache.poi"}) {
            ((Logger) LoggerFactory.getLogger(library)).setLevel(Level.OFF);
        }
    }

    private Finding find(FileType claimed, byte[] content) throws IOException {
        return Inspection.find(claimed, Files.write(folder.resolve("content"), content));
    }

    private Unfit unfit(Refusal refusal) {
        return new Unfit(refusal);
    }

    @Test
    void pagesAndCharactersOfPdfAreCounted() throws IOException {
        assertThat(find(FileType.PDF, Documents.pdf(3, "four words are here"))).isEqualTo(new Document(3, 3 * 16));
    }

    @Test
    void pagesOfPdfAreThoseThatAreThereNotThoseThatItClaims() throws IOException {
        var honest = new String(Documents.pdf(2, "a"), StandardCharsets.ISO_8859_1);
        assertThat(honest).contains("/Count 2");
        var boasting = honest.replace("/Count 2", "/Count 9").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(find(FileType.PDF, boasting)).isEqualTo(new Document(2, 2));
    }

    @Test
    void textOfWordIsCountedAndItsPagesAreEstimated() throws IOException {
        assertThat(find(FileType.DOCX, Documents.docx("焊 接".repeat(500)))).isEqualTo(new Document(2, 1000));
    }

    @Test
    void slidesAndSheetsArePages() throws IOException {
        assertThat(find(FileType.PPTX, Documents.pptx("一二三", "四五"))).isEqualTo(new Document(2, 5));
        assertThat(find(FileType.XLSX, Documents.xlsx("甲", "乙丙"))).isEqualTo(new Document(2, 3));
    }

    @Test
    void textIsCountedUpToTenHours() throws IOException {
        assertThat(find(FileType.DOCX, Documents.docx("字".repeat(300_000))))
                .isEqualTo(new Document(300, Reading.MOST_CHARACTERS));
    }

    @Test
    void sizeOfPicturesIsRead() throws IOException {
        assertThat(find(FileType.PNG, Documents.picture("png", 30, 20))).isEqualTo(new Picture(30, 20));
        assertThat(find(FileType.JPEG, Documents.picture("jpeg", 31, 21))).isEqualTo(new Picture(31, 21));
    }

    @Test
    void everythingIsWhatItsNameSaysOrRefused() throws IOException {
        var contents = Map.of(
                FileType.PDF, Documents.pdf(1, "a"),
                FileType.DOCX, Documents.docx("a"),
                FileType.PPTX, Documents.pptx("a"),
                FileType.XLSX, Documents.xlsx("a"),
                FileType.JPEG, Documents.picture("jpeg", 8, 8),
                FileType.PNG, Documents.picture("png", 8, 8));
        for (var content : contents.entrySet()) {
            for (var claimed : FileType.values()) {
                var finding = find(claimed, content.getValue());
                if (claimed == content.getKey()) {
                    assertThat(finding).isNotInstanceOf(Unfit.class);
                } else {
                    assertThat(finding).as(claimed + " " + content.getKey()).isEqualTo(unfit(Refusal.OTHER_TYPE));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(FileType.class)
    void programsPagesAndPlainArchivesAreNoFilesOfAnyType(FileType claimed) throws IOException {
        for (var content : new byte[][] {
            Documents.utf8("MZ\u0090\0\u0003 This program cannot be run in DOS mode"),
            Documents.utf8("<html><script>alert(1)</script>%PDF-1.7</html>"),
            Documents.utf8("\n%PDF-1.7 not at its beginning %%EOF"),
            Documents.zip(Map.of("virus.exe", new byte[100])),
            new byte[1]
        }) {
            assertThat(find(claimed, content)).isEqualTo(unfit(Refusal.OTHER_TYPE));
        }
    }

    @Test
    void macrosAreRefusedWhateverTheNameOrTheListOfTypesSays() throws IOException {
        var main = Map.of("word/document.xml", Documents.paragraph("a"));
        assertThat(find(FileType.DOCX, Documents.office(Documents.DOCM, "word/document.xml", main, "")))
                .isEqualTo(unfit(Refusal.MACROS));
        var hidden = Map.of("word/document.xml", Documents.paragraph("a"), "word/vbaProject.bin", "macros");
        assertThat(find(FileType.DOCX, Documents.office(Documents.DOCX, "word/document.xml", hidden, "")))
                .isEqualTo(unfit(Refusal.MACROS));
    }

    @Test
    void protectedDocumentsAreRefused() throws IOException {
        assertThat(find(FileType.PDF, Documents.lockedPdf("password"))).isEqualTo(unfit(Refusal.ENCRYPTED));
        assertThat(find(FileType.PDF, Documents.lockedPdf(""))).isEqualTo(unfit(Refusal.ENCRYPTED));
        assertThat(find(FileType.DOCX, compound("EncryptedPackage"))).isEqualTo(unfit(Refusal.ENCRYPTED));
        assertThat(find(FileType.DOCX, compound("WordDocument"))).isEqualTo(unfit(Refusal.OTHER_TYPE));
    }

    private static byte[] compound(String entry) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var file = new POIFSFileSystem()) {
            file.createDocument(new ByteArrayInputStream(new byte[5000]), entry);
            file.writeFilesystem(bytes);
        }
        return bytes.toByteArray();
    }

    @Test
    void whatIsCutOffIsRefused() throws IOException {
        var contents = Map.of(
                FileType.PDF, Documents.pdf(5, "some text"),
                FileType.DOCX, Documents.docx("some text".repeat(1000)),
                FileType.JPEG, Documents.picture("jpeg", 200, 200),
                FileType.PNG, Documents.picture("png", 200, 200));
        for (var content : contents.entrySet()) {
            var whole = content.getValue();
            for (var part : new double[] {0.3, 0.6, 0.95}) {
                var cut = Arrays.copyOf(whole, (int) (whole.length * part));
                assertThat(find(content.getKey(), cut))
                        .as(content.getKey() + " " + part)
                        .isEqualTo(unfit(Refusal.DAMAGED));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"word/document.xml", "docProps/app.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"})
    void entitiesInAnyPartAreRefusedUnread(String part) throws IOException {
        for (var hostile : new String[] {BOMB, EXTERNAL_ENTITY}) {
            var parts = new LinkedHashMap<String, byte[]>();
            parts.put(
                    "[Content_Types].xml",
                    Documents.utf8("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"));
            parts.put("word/document.xml", Documents.utf8(Documents.paragraph("a")));
            parts.put(part, Documents.utf8(hostile));
            assertThat(find(FileType.DOCX, Documents.zip(parts))).isEqualTo(unfit(Refusal.UNSAFE_XML));
        }
    }

    @Test
    void bombInAnyEntryIsRefused() throws IOException {
        for (var name : new String[] {"word/document.xml", "word/media/image1.png"}) {
            var parts = new LinkedHashMap<String, byte[]>();
            parts.put("[Content_Types].xml", Documents.utf8("<Types/>"));
            parts.put(name, Documents.utf8("<a>" + " ".repeat(80 << 20) + "</a>"));
            var packed = Documents.zip(parts);
            assertThat(packed.length).isLessThan(1 << 20);
            assertThat(find(FileType.DOCX, packed)).isEqualTo(unfit(Refusal.UNPACKS_TOO_LARGE));
        }
    }

    @Test
    void honestTableThatPacksWellIsTaken() throws IOException {
        var table = Documents.docx("同样的一行".repeat(2_000_000));
        assertThat(table.length).isLessThan(200_000);
        assertThat(find(FileType.DOCX, table)).isInstanceOf(Document.class);
    }

    @Test
    void textOfManyEscapedCharactersIsTaken() throws IOException {
        assertThat(find(FileType.DOCX, Documents.docx("&amp;&lt;&#x4e00;".repeat(70_000))))
                .isEqualTo(new Document(263, 210_000));
    }

    @Test
    void tableOfASpreadsheetProgramIsTaken() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "LMS", "1.0")) {
            for (var sheet : new String[] {"一", "二", "三"}) {
                book.newWorksheet(sheet).value(0, 0, "名称" + sheet);
            }
        }
        assertThat(find(FileType.XLSX, bytes.toByteArray())).isEqualTo(new Document(3, 9));
    }

    @Test
    void pictureOfTooManyPixelsIsRefusedByItsHeader() throws IOException {
        assertThat(find(FileType.PNG, hugePng(30_000, 30_000))).isEqualTo(unfit(Refusal.TOO_MANY_PIXELS));
        assertThat(find(FileType.PNG, hugePng(Integer.MAX_VALUE, Integer.MAX_VALUE)))
                .isInstanceOf(Unfit.class);
    }

    /** A small PNG that says it is large. */
    private static byte[] hugePng(int width, int height) {
        var png = Documents.picture("png", 8, 8);
        ByteBuffer.wrap(png).putInt(16, width).putInt(20, height);
        var checksum = new CRC32();
        checksum.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) checksum.getValue());
        return png;
    }

    @Test
    void anyDamageIsAFindingAndNeverAnException() throws IOException {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var contents = Map.of(
                FileType.PDF, Documents.pdf(2, "some text"),
                FileType.DOCX, Documents.docx("some text"),
                FileType.PPTX, Documents.pptx("a", "b"),
                FileType.JPEG, Documents.picture("jpeg", 20, 20),
                FileType.PNG, Documents.picture("png", 20, 20));
        for (var content : contents.entrySet()) {
            for (var round = 0; round < 150; round++) {
                var broken = content.getValue().clone();
                for (var i = random.nextInt(1, 8); i > 0; i--) {
                    broken[random.nextInt(broken.length)] = (byte) random.nextInt();
                }
                assertThat(find(content.getKey(), broken)).as("seed " + seed).isNotNull();
            }
        }
    }
}
