package academy.artisan.lms.authoring.outline;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;

/** One thing that is different between two contents of a course. */
public sealed interface Change {

    /** What happened to a part. */
    enum Type {
        ADDED,
        REMOVED,
        MOVED,
        EDITED
    }

    @JsonProperty
    Type type();

    PartKind kind();

    UUID partId();

    /** What the part is called, in the newer content where it is there. */
    String title();

    /** The part is new. */
    record Added(
            PartKind kind,
            UUID partId,
            String title,
            Place to,
            @JsonIgnore Part part) implements Change {

        @Override
        public Type type() {
            return Type.ADDED;
        }
    }

    /** The part is gone. */
    record Removed(PartKind kind, UUID partId, String title, Place from) implements Change {

        @Override
        public Type type() {
            return Type.REMOVED;
        }
    }

    /** The part stands elsewhere: in another section, or in another order to those that stayed. */
    record Moved(PartKind kind, UUID partId, String title, Place from, Place to) implements Change {

        @Override
        public Type type() {
            return Type.MOVED;
        }
    }

    /** The part says something else. */
    record Edited(
            PartKind kind,
            UUID partId,
            String title,
            List<FieldChange> fields,
            @JsonIgnore Part after) implements Change {

        @Override
        public Type type() {
            return Type.EDITED;
        }
    }
}
