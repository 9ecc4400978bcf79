package academy.artisan.lms.planning;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import academy.artisan.lms.identity.PersonId;
import org.jspecify.annotations.Nullable;

/** Items as clients write them. */
final class Plans {

    private Plans() {}

    static Map<String, @Nullable Object> item(PersonId owner) {
        Map<String, @Nullable Object> item = new HashMap<>();
        item.put("kind", "TEXTBOOK");
        item.put("title", "焊接教材");
        item.put("description", "第二版");
        item.put("ownerId", owner.toString());
        item.put("fromMonth", 3);
        item.put("toMonth", 9);
        item.put("state", "PLANNED");
        item.put("reason", null);
        item.put("milestones", List.of());
        item.put("outcomes", List.of());
        return item;
    }

    static Map<String, @Nullable Object> item(PersonId owner, String field, @Nullable Object value) {
        var item = item(owner);
        item.put(field, value);
        return item;
    }

    static Map<String, @Nullable Object> milestone(String dueOn, @Nullable String doneOn) {
        Map<String, @Nullable Object> milestone = new HashMap<>();
        milestone.put("title", "完成大纲");
        milestone.put("dueOn", dueOn);
        milestone.put("doneOn", doneOn);
        return milestone;
    }

    static Map<String, @Nullable Object> outcome(String kind, @Nullable String courseId, @Nullable String link) {
        Map<String, @Nullable Object> outcome = new HashMap<>();
        outcome.put("kind", kind);
        outcome.put("courseId", courseId);
        outcome.put("title", courseId == null ? "课程标准" : null);
        outcome.put("link", link);
        return outcome;
    }
}
