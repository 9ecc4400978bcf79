package academy.artisan.lms.permissions;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * How operations are asked for of which the ids of the world and the example of the OpenAPI document alone make no
 * question that is understood, or that use up what they are asked of.
 */
final class Questions {

    private final Map<String, Supplier<Question>> byRow;

    Questions(World world) {
        byRow = new HashMap<>(new TeachingQuestions(world).all());
        byRow.putAll(new LearningQuestions(world).all());
    }

    /** The names of the rows that are asked for in a way of their own. */
    Set<String> rows() {
        return byRow.keySet();
    }

    /** Makes what is asked of; a row that is about a situation has to be known here. */
    Question of(PermissionTable.Row row) {
        if (!row.situation().isEmpty() && !byRow.containsKey(row.name())) {
            throw new IllegalArgumentException("Say in the questions what is meant by: " + row.name());
        }
        return byRow.getOrDefault(row.name(), () -> Question.PLAIN).get();
    }
}
