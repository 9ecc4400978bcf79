package academy.artisan.lms.planning;

import java.util.LinkedHashMap;
import java.util.Map;

import academy.artisan.lms.support.CanonicalJson;
import tools.jackson.databind.JsonNode;

/** What is different between two writings of an item: each field with both values, for the audit trail. */
final class ChangedFields {

    private record Values(JsonNode before, JsonNode after) {}

    private ChangedFields() {}

    static Map<String, Object> between(PlanItemForm before, PlanItemForm after) {
        var old = tree(before);
        var now = tree(after);
        Map<String, Object> changed = new LinkedHashMap<>();
        for (var component : PlanItemForm.class.getRecordComponents()) {
            var field = component.getName();
            if (!old.path(field).equals(now.path(field))) {
                changed.put(field, new Values(old.path(field), now.path(field)));
            }
        }
        return changed;
    }

    private static JsonNode tree(PlanItemForm form) {
        return CanonicalJson.read(CanonicalJson.write(form), JsonNode.class);
    }
}
