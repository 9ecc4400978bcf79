package academy.artisan.lms.media.captions;

import java.util.ArrayList;
import java.util.List;

import academy.artisan.lms.support.Problem.FieldError;

/** What is wrong with a file of captions; after the first twenty flaws nobody needs to be told more. */
final class CaptionFlaws {

    private static final int ENOUGH = 20;

    private final List<FieldError> errors = new ArrayList<>();

    /** Notes a flaw; lines are numbered from 1. */
    void add(int line, String rule, String message) {
        errors.add(new FieldError("line " + line, rule, message));
    }

    boolean areEnough() {
        return errors.size() >= ENOUGH;
    }

    void check() {
        if (!errors.isEmpty()) {
            throw new CaptionsRefused(errors);
        }
    }
}
