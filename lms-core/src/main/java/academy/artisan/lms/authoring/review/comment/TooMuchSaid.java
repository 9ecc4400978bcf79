package academy.artisan.lms.authoring.review.comment;

import academy.artisan.lms.support.Problem;

/** So much is said already that nobody reads more. */
class TooMuchSaid extends Problem {

    private final int limit;

    TooMuchSaid(int limit) {
        super(Kind.CONFLICT, "There are %d already".formatted(limit));
        this.limit = limit;
    }

    @Override
    public Object[] arguments() {
        return new Object[] {limit};
    }
}
