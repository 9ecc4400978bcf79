package academy.artisan.lms.embedded;

import java.io.Serial;

/** Why the one-machine stack cannot run, in one line that tells an operator what to do. */
class StackCannotStart extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    StackCannotStart(String message) {
        super(message);
    }

    StackCannotStart(String message, Throwable cause) {
        super(message, cause);
    }
}
