package academy.artisan.lms.authoring.review;

import academy.artisan.lms.support.Problem;

/** Who wrote a course does not decide on it: that takes another pair of eyes. */
class NoReviewOfOwnWork extends Problem {

    NoReviewOfOwnWork() {
        super(Kind.NOT_ALLOWED, "An author cannot decide on the own work");
    }
}
