package academy.artisan.lms.authoring.review;

import academy.artisan.lms.support.Problem;

/** The review has its decision already. */
class ReviewDecided extends Problem {

    ReviewDecided() {
        super(Kind.CONFLICT, "The review is decided already");
    }
}
