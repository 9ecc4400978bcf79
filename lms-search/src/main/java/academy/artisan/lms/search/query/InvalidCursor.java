package academy.artisan.lms.search.query;

import java.util.List;

import academy.artisan.lms.support.Problem;

/** A place to go on from that no answer to this search gave. */
class InvalidCursor extends Problem {

    InvalidCursor() {
        super(Kind.INVALID, "Not a cursor of this search");
    }

    @Override
    public List<FieldError> errors() {
        return List.of(new FieldError("after", "Cursor", "must be the `next` of an earlier answer to this search"));
    }
}
