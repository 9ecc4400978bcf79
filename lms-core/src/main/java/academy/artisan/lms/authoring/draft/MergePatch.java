package academy.artisan.lms.authoring.draft;

import java.util.ArrayList;
import java.util.List;

import academy.artisan.lms.support.InvalidFields;
import academy.artisan.lms.support.Problem.FieldError;
import jakarta.validation.Validator;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Applies a JSON Merge Patch (RFC 7396) to the form of one part, which is a flat object, and checks the outcome. */
@Component
class MergePatch {

    private final JsonMapper json;
    private final Validator validator;

    MergePatch(JsonMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /** @throws InvalidFields naming the fields that are unknown or wrong */
    <T> T apply(JsonNode patch, T form, Class<T> type) {
        if (!(patch instanceof ObjectNode changes)) {
            throw new InvalidFields("body", "Json", "is not an object");
        }
        var merged = json.<ObjectNode>valueToTree(form);
        refuse(changes.propertyNames().stream()
                .filter(name -> !merged.has(name))
                .map(name -> new FieldError(name, "KnownField", "is not a field of this part"))
                .toList());
        changes.properties().forEach(change -> merged.set(change.getKey(), change.getValue()));
        var outcome = read(merged, type);
        refuse(validator.validate(outcome).stream()
                .map(broken -> new FieldError(
                        broken.getPropertyPath().toString(),
                        broken.getConstraintDescriptor()
                                .getAnnotation()
                                .annotationType()
                                .getSimpleName(),
                        broken.getMessage()))
                .toList());
        return outcome;
    }

    private <T> T read(ObjectNode merged, Class<T> type) {
        try {
            return json.treeToValue(merged, type);
        } catch (JacksonException unreadable) {
            var path = new ArrayList<String>();
            unreadable.getPath().forEach(step -> path.add(String.valueOf(step.getPropertyName())));
            throw new InvalidFields(path.isEmpty() ? "body" : path.getFirst(), "Json", "is not what is expected here");
        }
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw new InvalidFields(errors);
        }
    }
}
