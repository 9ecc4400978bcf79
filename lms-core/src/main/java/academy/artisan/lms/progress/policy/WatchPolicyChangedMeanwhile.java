package academy.artisan.lms.progress.policy;

import java.util.Map;

import academy.artisan.lms.support.Problem;

/** Somebody else changed what is asked for after the caller had read it. */
class WatchPolicyChangedMeanwhile extends Problem {

    private final WatchRules current;

    WatchPolicyChangedMeanwhile(DeclaredRules.Declared current) {
        super(Kind.CHANGED_MEANWHILE, "The policy is at revision %d by now".formatted(current.revision()));
        this.current = current.rules();
    }

    @Override
    public Map<String, Object> properties() {
        return Map.of("current", current);
    }
}
