package academy.artisan.lms.authoring.draft;

import academy.artisan.lms.support.Problem;

/** A save must say in If-Match which revision it is based on. */
class RevisionRequired extends Problem {

    RevisionRequired() {
        super(Kind.PRECONDITION_MISSING, "If-Match with the ETag of the draft is required");
    }
}
