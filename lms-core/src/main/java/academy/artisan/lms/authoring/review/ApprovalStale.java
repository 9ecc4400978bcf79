package academy.artisan.lms.authoring.review;

import java.util.List;
import java.util.Map;

import academy.artisan.lms.support.Problem;

/** The course was changed after it was approved. */
class ApprovalStale extends Problem {

    private final List<ChangedPart> changes;

    ApprovalStale(List<ChangedPart> changes) {
        super(Kind.CONFLICT, "The course changed after it was approved: " + ChangedPart.titles(changes));
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
