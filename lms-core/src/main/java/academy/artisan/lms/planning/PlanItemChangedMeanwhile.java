package academy.artisan.lms.planning;

import java.util.Map;

import academy.artisan.lms.support.Problem;

/** Somebody else changed the item after the caller had read it. */
class PlanItemChangedMeanwhile extends Problem {

    private final PlanItemView current;

    PlanItemChangedMeanwhile(PlanItemView current) {
        super(Kind.CHANGED_MEANWHILE, "The item is at revision %d by now".formatted(current.revision()));
        this.current = current;
    }

    @Override
    public Map<String, Object> properties() {
        return Map.of("current", current);
    }
}
