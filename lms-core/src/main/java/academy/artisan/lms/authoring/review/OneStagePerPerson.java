package academy.artisan.lms.authoring.review;

import academy.artisan.lms.support.Problem;

/** Each stage is another pair of eyes: whoever decided one does not decide another. */
class OneStagePerPerson extends Problem {

    OneStagePerPerson() {
        super(Kind.NOT_ALLOWED, "Who decided one stage of a review does not decide another");
    }
}
