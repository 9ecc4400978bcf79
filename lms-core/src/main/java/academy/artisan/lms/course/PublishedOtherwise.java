package academy.artisan.lms.course;

import academy.artisan.lms.support.Problem;

/** This very content is published already, with another policy for learners or another note. */
class PublishedOtherwise extends Problem {

    PublishedOtherwise() {
        super(Kind.CONFLICT, "This content is published already, under other terms");
    }
}
