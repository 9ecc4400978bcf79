package academy.artisan.lms.media.inspection;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import academy.artisan.lms.course.FileLibrary.FileType;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;

/** A document of Word, PowerPoint or Excel: a package of parts, of which the main one says what it is. */
final class OfficeDocument {

    private static final String FORMATS = "application/vnd.openxmlformats-officedocument.";
    private static final Map<String, FileType> TYPES = Map.of(
            FORMATS + "wordprocessingml.document.main+xml", FileType.DOCX,
            FORMATS + "presentationml.presentation.main+xml", FileType.PPTX,
            FORMATS + "spreadsheetml.sheet.main+xml", FileType.XLSX);
    private static final String SLIDE = FORMATS + "presentationml.slide+xml";
    private static final String SHEET = FORMATS + "spreadsheetml.worksheet+xml";
    private static final String STRINGS = FORMATS + "spreadsheetml.sharedStrings+xml";

    /** What a page of text holds: how many pages Word makes of it is not in the file in a way to be trusted. */
    private static final int CHARACTERS_PER_PAGE = 800;

    private final OPCPackage parts;
    private final Unpacked unpacked;

    private OfficeDocument(OPCPackage parts, Unpacked unpacked) {
        this.parts = parts;
        this.unpacked = unpacked;
    }

    static Finding inspect(FileType claimed, Path file) throws IOException, UnfitFile {
        var unpacked = Unpacked.of(file);
        if (!unpacked.has("[content_types].xml")) {
            throw new UnfitFile(Refusal.OTHER_TYPE);
        }
        try (var parts = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            return new OfficeDocument(parts, unpacked).find(claimed);
        } catch (OpenXML4JException broken) {
            throw new UnfitFile(Refusal.DAMAGED);
        }
    }

    private Finding find(FileType claimed) throws OpenXML4JException, UnfitFile {
        var main = mainPart();
        if (main.getContentType().contains("macroEnabled") || hasMacros()) {
            throw new UnfitFile(Refusal.MACROS);
        }
        if (TYPES.get(main.getContentType()) != claimed) {
            throw new UnfitFile(Refusal.OTHER_TYPE);
        }
        return switch (claimed) {
            case DOCX -> text(unpacked.characters(List.of(main)));
            case PPTX -> new Finding.Document(count(SLIDE), unpacked.characters(parts.getPartsByContentType(SLIDE)));
            default ->
                new Finding.Document(
                        count(SHEET),
                        Math.min(
                                Reading.MOST_CHARACTERS,
                                unpacked.characters(parts.getPartsByContentType(STRINGS))
                                        + unpacked.characters(parts.getPartsByContentType(SHEET))));
        };
    }

    private PackagePart mainPart() throws OpenXML4JException, UnfitFile {
        for (var type :
                List.of(PackageRelationshipTypes.CORE_DOCUMENT, PackageRelationshipTypes.STRICT_CORE_DOCUMENT)) {
            for (var relationship : parts.getRelationshipsByType(type)) {
                var part = parts.getPart(relationship);
                if (part != null) {
                    return part;
                }
            }
        }
        throw new UnfitFile(Refusal.OTHER_TYPE);
    }

    private boolean hasMacros() throws OpenXML4JException {
        return parts.getParts().stream()
                .anyMatch(part -> part.getContentType().contains("vbaProject")
                        || part.getPartName().getName().endsWith("vbaProject.bin"));
    }

    private static Finding text(int characters) {
        return new Finding.Document(Math.max(1, Math.ceilDiv(characters, CHARACTERS_PER_PAGE)), characters);
    }

    private int count(String contentType) {
        return Math.max(1, parts.getPartsByContentType(contentType).size());
    }
}
