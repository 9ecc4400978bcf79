package academy.artisan.lms.authoring.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipInputStream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Archives as tests look at them. */
final class Zips {

    private Zips() {}

    static Map<String, byte[]> entries(byte[] archive) {
        var entries = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return entries;
    }

    static String text(byte[] archive, String entry) {
        return new String(Objects.requireNonNull(entries(archive).get(entry)), StandardCharsets.UTF_8);
    }

    static JsonNode manifest(byte[] archive) {
        return JsonMapper.shared().readTree(text(archive, "manifest.json"));
    }

    /** All but the manifest, which says when and from where. */
    static Map<String, byte[]> content(byte[] archive) {
        var content = entries(archive);
        content.remove("manifest.json");
        return content;
    }
}
