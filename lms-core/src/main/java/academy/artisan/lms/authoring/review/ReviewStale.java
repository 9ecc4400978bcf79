package academy.artisan.lms.authoring.review;

import academy.artisan.lms.support.Problem;

/** The draft was changed after it was submitted for this review. */
class ReviewStale extends Problem {

    ReviewStale() {
        super(Kind.CONFLICT, "The draft changed after it was submitted");
    }
}
