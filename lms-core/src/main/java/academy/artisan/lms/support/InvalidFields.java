package academy.artisan.lms.support;

import java.util.List;

/** Fields that break a rule which only the feature can check; nothing was changed. */
public final class InvalidFields extends Problem {

    private final List<FieldError> errors;

    public InvalidFields(List<FieldError> errors) {
        super(Kind.RULE_BROKEN, "Invalid: " + errors);
        this.errors = List.copyOf(errors);
    }

    public InvalidFields(String field, String rule, String message) {
        this(List.of(new FieldError(field, rule, message)));
    }

    @Override
    public List<FieldError> errors() {
        return errors;
    }
}
