package academy.artisan.lms.progress.evidence;

import java.util.UUID;

import academy.artisan.lms.support.Id;
import academy.artisan.lms.support.Ids;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a comparison of progress with its evidence. */
record EvidenceCheckId(@JsonValue UUID value) implements Id {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    EvidenceCheckId {}

    static EvidenceCheckId next() {
        return new EvidenceCheckId(Ids.next());
    }

    public static EvidenceCheckId of(String text) {
        return new EvidenceCheckId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
