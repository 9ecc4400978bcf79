package academy.artisan.lms.authoring.publication;

import academy.artisan.lms.support.Problem;

/** The content of the draft is not that of the digest that stands beside it and was approved. */
class ContentNotAsApproved extends Problem {

    ContentNotAsApproved() {
        super(Kind.CONFLICT, "The content is not what its digest says");
    }
}
