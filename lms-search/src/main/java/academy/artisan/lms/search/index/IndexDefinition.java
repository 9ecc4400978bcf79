package academy.artisan.lms.search.index;

import academy.artisan.lms.search.text.Simplified;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import academy.artisan.lms.support.CanonicalJson;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Settings and mappings of the index of courses.
 *
 * @param json for Elasticsearch
 * @param knowsWords whether Chinese is cut into words, which takes the plugin analysis-smartcn; if not, two characters
 *     each take their place
 */
record IndexDefinition(String json, boolean knowsWords) {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    static IndexDefinition of(boolean knowsWords) {
        try (var template = new ClassPathResource("search/courses.json").getInputStream()) {
            var definition = (ObjectNode) MAPPER.readTree(template);
            var analysis = definition.withObjectProperty("settings").withObjectProperty("analysis");
            var simplified = analysis.withObjectProperty("char_filter").withObjectProperty("simplified");
            Simplified.mappings().forEach(simplified.withArrayProperty("mappings")::add);
            if (!knowsWords) {
                var analyzers = analysis.withObjectProperty("analyzer");
                analyzers.set("words", analyzers.get("pairs"));
            }
            return new IndexDefinition(MAPPER.writeValueAsString(definition), knowsWords);
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
