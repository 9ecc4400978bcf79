package academy.artisan.lms.media.upload;

import java.util.List;

import academy.artisan.lms.support.Problem;

/** What was uploaded is not the file that was announced; the upload can go on. */
final class PartsDoNotFit extends Problem {

    private static final int MOST_TOLD = 20;

    private final long sizeBytes;
    private final List<FieldError> errors;

    PartsDoNotFit(long sizeBytes, List<FieldError> errors) {
        super(Kind.RULE_BROKEN, "The parts do not make a file of %d bytes".formatted(sizeBytes));
        this.sizeBytes = sizeBytes;
        this.errors = errors.stream().limit(MOST_TOLD).toList();
    }

    @Override
    public Object[] arguments() {
        return new Object[] {Long.toString(sizeBytes)};
    }

    @Override
    public List<FieldError> errors() {
        return errors;
    }
}
