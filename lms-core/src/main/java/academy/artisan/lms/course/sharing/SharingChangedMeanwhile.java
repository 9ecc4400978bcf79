package academy.artisan.lms.course.sharing;

import java.util.Map;

import academy.artisan.lms.support.Problem;

/** Somebody else said who may open the course after the caller had read it. */
class SharingChangedMeanwhile extends Problem {

    private final SharedWith current;

    SharingChangedMeanwhile(Shares.Share current) {
        super(Kind.CHANGED_MEANWHILE, "The sharing is at revision %d by now".formatted(current.revision()));
        this.current = current.with();
    }

    @Override
    public Map<String, Object> properties() {
        return Map.of("current", current);
    }
}
