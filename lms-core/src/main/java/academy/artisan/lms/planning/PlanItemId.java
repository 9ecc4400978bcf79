package academy.artisan.lms.planning;

import java.util.UUID;

import academy.artisan.lms.support.Id;
import academy.artisan.lms.support.Ids;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies an item of a plan. */
public record PlanItemId(@JsonValue UUID value) implements Id {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PlanItemId {}

    public static PlanItemId next() {
        return new PlanItemId(Ids.next());
    }

    public static PlanItemId of(String text) {
        return new PlanItemId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
