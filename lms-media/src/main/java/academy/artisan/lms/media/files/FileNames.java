package academy.artisan.lms.media.files;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import academy.artisan.lms.course.FileLibrary.FileType;

/** What the name of a file promises, and how a browser is told it. */
final class FileNames {

    private static final Map<String, FileType> TYPES = Map.of(
            "pdf", FileType.PDF,
            "pptx", FileType.PPTX,
            "docx", FileType.DOCX,
            "xlsx", FileType.XLSX,
            "jpg", FileType.JPEG,
            "jpeg", FileType.JPEG,
            "png", FileType.PNG);

    private FileNames() {}

    static Optional<FileType> type(String name) {
        return Optional.ofNullable(
                TYPES.get(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)));
    }

    /** Neither a path nor anything that does not show. */
    static boolean isPlain(String name) {
        return name.codePoints()
                .noneMatch(point -> point == '/'
                        || point == '\\'
                        || Character.isISOControl(point)
                        || Character.getType(point) == Character.FORMAT);
    }

    /** As RFC 6266 has it: browsers show what they can show and save the rest, under its own name in any script. */
    static String disposition(StoredFile file) {
        var isShown = file.type() == FileType.PDF || file.type().isPicture();
        return "%s; filename=\"file.%s\"; filename*=UTF-8''%s"
                .formatted(
                        isShown ? "inline" : "attachment",
                        file.type().name().toLowerCase(Locale.ROOT),
                        URLEncoder.encode(file.name(), StandardCharsets.UTF_8)
                                .replace("+", "%20")
                                .replace("*", "%2A"));
    }
}
