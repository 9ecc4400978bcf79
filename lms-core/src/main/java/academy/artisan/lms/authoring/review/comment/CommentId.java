package academy.artisan.lms.authoring.review.comment;

import java.util.UUID;

import academy.artisan.lms.support.Id;
import academy.artisan.lms.support.Ids;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a comment. */
public record CommentId(@JsonValue UUID value) implements Id {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CommentId {}

    public static CommentId next() {
        return new CommentId(Ids.next());
    }

    public static CommentId of(String text) {
        return new CommentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
