package academy.artisan.lms.support;

/** There is no such thing, or the caller may not know that there is. */
public final class NotFound extends Problem {

    /**
     * Names what is missing.
     *
     * @param what the word for the kind of thing, as in the API: {@code course}, {@code video}
     */
    public NotFound(String what, Object id) {
        super(Kind.NOT_FOUND, "There is no %s %s".formatted(what, id));
    }
}
