package academy.artisan.lms.search.log;

import java.util.UUID;

import academy.artisan.lms.support.Id;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a logged search; drawn at random, since a UUIDv7 would tell when it was made, and could be guessed. */
public record SearchId(@JsonValue UUID value) implements Id {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SearchId {}

    static SearchId next() {
        return new SearchId(UUID.randomUUID());
    }

    public static SearchId of(String text) {
        return new SearchId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
