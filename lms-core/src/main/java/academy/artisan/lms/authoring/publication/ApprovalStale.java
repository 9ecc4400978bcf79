package academy.artisan.lms.authoring.publication;

import academy.artisan.lms.support.Problem;

/** The course was changed after it was approved. */
class ApprovalStale extends Problem {

    ApprovalStale() {
        super(Kind.CONFLICT, "The course changed after it was approved");
    }
}
