package academy.artisan.lms.support;

import java.io.IOException;

/** A request body went over the limit while it was read. */
class RequestTooLarge extends IOException {

    RequestTooLarge(long limit) {
        super("The body is larger than " + limit + " bytes");
    }
}
