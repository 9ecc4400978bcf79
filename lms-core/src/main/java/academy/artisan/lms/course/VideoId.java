package academy.artisan.lms.course;

import java.util.UUID;

import academy.artisan.lms.support.Id;
import academy.artisan.lms.support.Ids;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a video. */
public record VideoId(@JsonValue UUID value) implements Id {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public VideoId {}

    public static VideoId next() {
        return new VideoId(Ids.next());
    }

    public static VideoId of(String text) {
        return new VideoId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
