package academy.artisan.lms.planning;

import academy.artisan.lms.support.Problem;

/** A plan has no room for so many items. */
class PlanFull extends Problem {

    private final int limit;

    PlanFull(int limit) {
        super(Kind.CONFLICT, "A plan has at most %d items".formatted(limit));
        this.limit = limit;
    }

    @Override
    public Object[] arguments() {
        return new Object[] {limit};
    }
}
