package academy.artisan.lms.search.text;

/** A tag or an instructor. */
public record Name(Kind kind, String name) {

    /** Which of them. */
    public enum Kind {
        TAG,
        INSTRUCTOR
    }
}
