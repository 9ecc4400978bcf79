package academy.artisan.lms.authoring.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import academy.artisan.lms.support.CanonicalJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A field of a part that says something else; what was or is not said is null. */
public record FieldChange(
        String field, @Nullable JsonNode before, @Nullable JsonNode after) {

    static List<FieldChange> between(Part before, Part after) {
        var old = CanonicalJson.read(before.json(), JsonNode.class);
        var now = CanonicalJson.read(after.json(), JsonNode.class);
        var names = new TreeSet<>(old.propertyNames());
        names.addAll(now.propertyNames());
        var changes = new ArrayList<FieldChange>();
        for (var name : names) {
            var was = old.get(name);
            var is = now.get(name);
            if (was == null ? is != null : !was.equals(is)) {
                changes.add(new FieldChange(name, was, is));
            }
        }
        return changes;
    }
}
