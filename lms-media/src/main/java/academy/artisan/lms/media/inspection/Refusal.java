package academy.artisan.lms.media.inspection;

import java.util.Locale;

/** Why a file cannot be used; the texts for people stand in the message bundles. */
public enum Refusal {
    OTHER_SIZE,
    OTHER_TYPE,
    ENCRYPTED,
    MACROS,
    DAMAGED,
    UNSAFE_XML,
    UNPACKS_TOO_LARGE,
    TOO_MANY_PIXELS,
    TOO_COMPLEX;

    /** A word such as {@code other-type}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
