package academy.artisan.lms.authoring.review;

import academy.artisan.lms.support.Problem;

/** What the caller wants to decide has its decision already, or is withdrawn. */
public class ReviewDecided extends Problem {

    public ReviewDecided() {
        super(Kind.CONFLICT, "The review is decided already");
    }
}
