package academy.artisan.lms.authoring;

import java.util.Map;

import academy.artisan.lms.support.Problem;

/** Somebody else saved the draft after the caller had read it. */
class DraftChangedMeanwhile extends Problem {

    private final int revision;

    DraftChangedMeanwhile(int revision) {
        super(Kind.CHANGED_MEANWHILE, "The draft is at revision %d by now".formatted(revision));
        this.revision = revision;
    }

    @Override
    public Object[] arguments() {
        return new Object[] {revision};
    }

    @Override
    public Map<String, Object> properties() {
        return Map.of("revision", revision);
    }
}
