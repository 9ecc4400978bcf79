package academy.artisan.lms.authoring.exchange;

import java.util.UUID;

import academy.artisan.lms.support.Id;
import academy.artisan.lms.support.Ids;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies an archive. */
public record ArchiveId(@JsonValue UUID value) implements Id {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ArchiveId {}

    public static ArchiveId next() {
        return new ArchiveId(Ids.next());
    }

    public static ArchiveId of(String text) {
        return new ArchiveId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
