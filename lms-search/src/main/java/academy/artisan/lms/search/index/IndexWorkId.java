package academy.artisan.lms.search.index;

import java.util.UUID;

import academy.artisan.lms.support.Id;
import academy.artisan.lms.support.Ids;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a rebuilding or a check of an index. */
record IndexWorkId(@JsonValue UUID value) implements Id {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    IndexWorkId {}

    static IndexWorkId next() {
        return new IndexWorkId(Ids.next());
    }

    public static IndexWorkId of(String text) {
        return new IndexWorkId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
