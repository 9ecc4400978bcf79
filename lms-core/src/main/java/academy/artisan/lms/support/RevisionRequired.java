package academy.artisan.lms.support;

/** A change must say in If-Match which revision it is based on. */
class RevisionRequired extends Problem {

    RevisionRequired() {
        super(Kind.PRECONDITION_MISSING, "If-Match with the ETag of what was read is required");
    }
}
