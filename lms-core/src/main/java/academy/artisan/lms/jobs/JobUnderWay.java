package academy.artisan.lms.jobs;

import academy.artisan.lms.support.Problem;

/** It is too late to put off or to cancel what is being done at this moment. */
public final class JobUnderWay extends Problem {

    JobUnderWay() {
        super(Kind.CONFLICT, "The job is being done at this moment");
    }
}
