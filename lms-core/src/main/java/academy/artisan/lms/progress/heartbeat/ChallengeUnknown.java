package academy.artisan.lms.progress.heartbeat;

import academy.artisan.lms.support.Problem;

/** No presence check of this name waits for an answer. */
class ChallengeUnknown extends Problem {

    ChallengeUnknown() {
        super(Kind.CONFLICT, "No such presence check is open");
    }
}
