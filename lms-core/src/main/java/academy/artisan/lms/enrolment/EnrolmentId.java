package academy.artisan.lms.enrolment;

import java.util.UUID;

import academy.artisan.lms.support.Id;
import academy.artisan.lms.support.Ids;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies an enrolment. */
public record EnrolmentId(@JsonValue UUID value) implements Id {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public EnrolmentId {}

    public static EnrolmentId next() {
        return new EnrolmentId(Ids.next());
    }

    public static EnrolmentId of(String text) {
        return new EnrolmentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
