package academy.artisan.lms.permissions;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI document: which operations there are, and what their bodies look like. */
record ApiDocument(JsonNode paths) {

    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch");

    Stream<String> operations() {
        return paths.properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .map(Map.Entry::getKey)
                        .filter(METHODS::contains)
                        .map(method -> method.toUpperCase(Locale.ROOT) + " " + path.getKey()));
    }

    /** The example of a body, its ids replaced by these where they go by the same name; null if there is none. */
    @Nullable JsonNode body(String operation, Map<String, String> ids) {
        var words = operation.split(" ", 2);
        var contents =
                paths.path(words[1]).path(words[0].toLowerCase(Locale.ROOT)).at("/requestBody/content");
        return contents.valueStream()
                .map(content -> content.path("example"))
                .filter(JsonNode::isObject)
                .findFirst()
                .map(example -> replaced(example.deepCopy(), ids))
                .orElse(null);
    }

    private static JsonNode replaced(JsonNode node, Map<String, String> ids) {
        if (node instanceof ObjectNode object) {
            object.properties().stream()
                    .filter(field -> field.getKey().endsWith("Id") && ids.containsKey(field.getKey()))
                    .toList()
                    .forEach(field -> object.put(field.getKey(), ids.get(field.getKey())));
        }
        node.valueStream().forEach(child -> replaced(child, ids));
        return node;
    }
}
