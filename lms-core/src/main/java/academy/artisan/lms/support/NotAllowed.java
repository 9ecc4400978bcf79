package academy.artisan.lms.support;

/** The caller is known but has no right to do this here. */
public final class NotAllowed extends Problem {

    public NotAllowed(String what) {
        super(Kind.NOT_ALLOWED, what);
    }
}
