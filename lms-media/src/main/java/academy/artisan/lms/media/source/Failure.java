package academy.artisan.lms.media.source;

import java.util.Locale;

/** Why a video can never be played; the code is stored, and told with a text of the message bundles. */
public enum Failure {
    /** Of no kind of file that holds videos. */
    NOT_A_VIDEO,
    /** Sound or text alone. */
    NO_PICTURE,
    /** Fewer than two pictures, however long they are shown. */
    STILL_PICTURE,
    NO_DURATION,
    TOO_LONG,
    PICTURE_TOO_LARGE,
    ENCRYPTED,
    /** Cut off: its table of contents is missing, or there is less than that says. */
    INCOMPLETE,
    NOT_DECODABLE,
    TOO_DEMANDING,
    TOOK_TOO_LONG,
    OTHER_DIGEST,
    PROCESSING_FAILED;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
