package academy.artisan.lms.authoring.exchange;

import academy.artisan.lms.support.Problem;

/** The archive was uploaded already; its parts can no longer be changed. */
class ImportUploaded extends Problem {

    ImportUploaded() {
        super(Kind.CONFLICT, "The upload is over");
    }
}
