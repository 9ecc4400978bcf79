package academy.artisan.lms.support;

import java.util.List;

/** A parameter that cannot be read as what it is meant to be. */
class InvalidRequest extends Problem {

    private final FieldError error;

    InvalidRequest(String parameter, String rule, String message) {
        super(Kind.INVALID, parameter + " " + message);
        error = new FieldError(parameter, rule, message);
    }

    @Override
    public List<FieldError> errors() {
        return List.of(error);
    }
}
