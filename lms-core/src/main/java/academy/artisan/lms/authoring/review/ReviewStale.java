package academy.artisan.lms.authoring.review;

import java.util.List;
import java.util.Map;

import academy.artisan.lms.support.Problem;

/** The draft was changed after it was submitted for this review, or the decision is about other content. */
class ReviewStale extends Problem {

    private final List<ChangedPart> changes;

    ReviewStale(List<ChangedPart> changes) {
        super(Kind.CONFLICT, "The draft changed after it was submitted: " + ChangedPart.titles(changes));
        this.changes = changes;
    }

    @Override
    public Object[] arguments() {
        return new Object[] {ChangedPart.titles(changes)};
    }

    @Override
    public Map<String, Object> properties() {
        return Map.of("changes", changes);
    }
}
