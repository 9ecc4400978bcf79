package academy.artisan.lms.authoring.draft;

import java.util.Map;

import academy.artisan.lms.support.Problem;

/** The draft would have more bytes than one document may have: long texts belong into documents. */
class DraftTooLarge extends Problem {

    private final int bytes;
    private final int limit;

    DraftTooLarge(int bytes, int limit) {
        super(Kind.RULE_BROKEN, "The draft has %d bytes, at most %d are possible".formatted(bytes, limit));
        this.bytes = bytes;
        this.limit = limit;
    }

    @Override
    public Object[] arguments() {
        return new Object[] {bytes, limit};
    }

    @Override
    public Map<String, Object> properties() {
        return Map.of("sizeBytes", bytes, "maxBytes", limit);
    }
}
