package academy.artisan.lms.authoring.draft;

import java.util.Map;
import java.util.TreeMap;

import academy.artisan.lms.authoring.outline.Change;
import academy.artisan.lms.support.CanonicalJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads how many parts a revision changed in which way. */
final class ChangeCounts {

    private ChangeCounts() {}

    /** Nothing is known of revisions that were saved before history was kept. */
    static Map<Change.Type, Integer> read(@Nullable String json) {
        var counts = new TreeMap<Change.Type, Integer>();
        if (json != null) {
            CanonicalJson.read(json, JsonNode.class)
                    .forEachEntry((type, count) -> counts.put(Change.Type.valueOf(type), count.asInt()));
        }
        return counts;
    }
}
