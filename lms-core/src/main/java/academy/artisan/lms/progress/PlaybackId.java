package academy.artisan.lms.progress;

import java.util.UUID;

import academy.artisan.lms.support.Id;
import academy.artisan.lms.support.Ids;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a playback. */
public record PlaybackId(@JsonValue UUID value) implements Id {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PlaybackId {}

    public static PlaybackId next() {
        return new PlaybackId(Ids.next());
    }

    public static PlaybackId of(String text) {
        return new PlaybackId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
