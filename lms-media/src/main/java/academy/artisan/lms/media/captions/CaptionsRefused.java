package academy.artisan.lms.media.captions;

import java.util.List;

import academy.artisan.lms.support.Problem;

/** The file cannot be read as captions; its flaws name the lines. */
final class CaptionsRefused extends Problem {

    private final List<FieldError> errors;

    CaptionsRefused(List<FieldError> errors) {
        super(Kind.RULE_BROKEN, "Flaws in captions: " + errors);
        this.errors = List.copyOf(errors);
    }

    @Override
    public List<FieldError> errors() {
        return errors;
    }
}
