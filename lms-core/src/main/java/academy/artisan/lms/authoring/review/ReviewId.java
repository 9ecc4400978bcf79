package academy.artisan.lms.authoring.review;

import java.util.UUID;

import academy.artisan.lms.support.Id;
import academy.artisan.lms.support.Ids;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a review. */
public record ReviewId(@JsonValue UUID value) implements Id {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ReviewId {}

    public static ReviewId next() {
        return new ReviewId(Ids.next());
    }

    public static ReviewId of(String text) {
        return new ReviewId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
