package academy.artisan.lms.search.index;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import academy.artisan.lms.search.text.Simplified;
import academy.artisan.lms.support.CanonicalJson;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Settings and mappings of an index.
 *
 * @param json for Elasticsearch
 * @param format counts up with every change of the file, so that of two releases that run side by side only one
 *     replaces the index of the other
 * @param knowsWords whether Chinese is cut into words, which takes the plugin analysis-smartcn; if not, two characters
 *     each take their place
 */
record IndexDefinition(String json, int format, boolean knowsWords) {

    static final String FORMAT = "format";

    /** How soon what was written can be found. */
    static final String REFRESH = "500ms";

    private static final JsonMapper MAPPER = JsonMapper.shared();

    /** @param name of the file with the mappings */
    static IndexDefinition of(String name, boolean knowsWords) {
        var settings = read("analysis");
        var analysis = settings.withObjectProperty("analysis");
        var simplified = analysis.withObjectProperty("char_filter").withObjectProperty("simplified");
        Simplified.mappings().forEach(simplified.withArrayProperty("mappings")::add);
        if (!knowsWords) {
            var analyzers = analysis.withObjectProperty("analyzer");
            analyzers.set("words", analyzers.get("pairs"));
        }
        settings.put("refresh_interval", REFRESH);
        var mappings = read(name);
        var format = mappings.withObjectProperty("_meta").get(FORMAT).asInt();
        var definition = MAPPER.createObjectNode();
        definition.set("settings", settings);
        definition.set("mappings", mappings);
        return new IndexDefinition(MAPPER.writeValueAsString(definition), format, knowsWords);
    }

    private static ObjectNode read(String name) {
        try (var template = new ClassPathResource("search/%s.json".formatted(name)).getInputStream()) {
            return (ObjectNode) MAPPER.readTree(template);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Tells it from others. */
    String digest() {
        return CanonicalJson.sha256(json).substring(0, 12);
    }

    InputStream asStream() {
        return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    }
}
