package academy.artisan.lms.authoring.review;

import academy.artisan.lms.support.Problem;

/** Nobody has approved this course yet. */
class ApprovalMissing extends Problem {

    ApprovalMissing() {
        super(Kind.CONFLICT, "The course was not approved");
    }
}
