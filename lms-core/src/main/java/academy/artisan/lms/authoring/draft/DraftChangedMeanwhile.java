package academy.artisan.lms.authoring.draft;

import java.util.List;
import java.util.Map;

import academy.artisan.lms.authoring.outline.Change;
import academy.artisan.lms.support.Problem;

/** Somebody else saved what the caller is about to change after the caller had read it. */
class DraftChangedMeanwhile extends Problem {

    private final int revision;
    private final List<Change> changes;

    /**
     * @param changes what is different in what the caller wants to change, from what the caller saw to what is there
     */
    DraftChangedMeanwhile(int revision, List<Change> changes) {
        super(Kind.CHANGED_MEANWHILE, "The draft is at revision %d by now".formatted(revision));
        this.revision = revision;
        this.changes = changes;
    }

    @Override
    public Object[] arguments() {
        return new Object[] {revision};
    }

    @Override
    public Map<String, Object> properties() {
        return Map.of("revision", revision, "changes", changes);
    }
}
