package academy.artisan.lms.portal;

import java.io.IOException;
import java.util.Collection;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Adds what is written for people to the operations of the OpenAPI document: summary, examples, and which token. The
 * texts stand in the files of {@code openapi} under the method and path of each.
 */
@Component
class OperationTexts implements OpenApiCustomizer {

    private static final String LOG_IN = "/api/v1/auth/";
    private static final String PLAYBACK = "/api/v1/playbacks/";

    private final ObjectNode texts = Json.mapper().createObjectNode();

    OperationTexts() throws IOException {
        for (var resource : new PathMatchingResourcePatternResolver().getResources("classpath:openapi/*.json")) {
            try (var file = resource.getInputStream()) {
                texts.setAll((ObjectNode) Json.mapper().readTree(file));
            }
        }
    }

    @Override
    public void customise(OpenAPI api) {
        api.getPaths()
                .forEach((path, item) ->
                        item.readOperationsMap().forEach((method, operation) -> describe(path, method, operation)));
    }

    private void describe(String path, HttpMethod method, Operation operation) {
        var text = texts.path(method + " " + path);
        if (text.has("summary")) {
            operation.setSummary(text.get("summary").asText());
        }
        var done = operation.getResponses().get("200");
        if (text.path("created").asBoolean() && done != null) {
            operation.getResponses().remove("200");
            operation.getResponses().addApiResponse("201", done.description("Created"));
        }
        if (text.has("request") && operation.getRequestBody() != null) {
            showExample(operation.getRequestBody().getContent(), text.get("request"));
        }
        operation.getResponses().entrySet().stream()
                .filter(response -> response.getKey().startsWith("2") && text.has("response"))
                .forEach(response -> showExample(response.getValue().getContent(), text.get("response")));
        if (operation.getParameters() != null) {
            operation.getParameters().removeIf(parameter -> HttpHeaders.AUTHORIZATION.equals(parameter.getName()));
        }
        if (path.startsWith(LOG_IN)) {
            operation.addSecurityItem(new SecurityRequirement());
        } else if (path.startsWith(PLAYBACK) && method != HttpMethod.DELETE) {
            operation.addSecurityItem(new SecurityRequirement().addList(ApiDescription.PLAYBACK_TOKEN));
        }
    }

    private static void showExample(Content content, JsonNode example) {
        Optional.ofNullable(content).map(Content::values).stream()
                .flatMap(Collection::stream)
                .findFirst()
                .ifPresent((MediaType type) -> type.setExample(example));
    }
}
