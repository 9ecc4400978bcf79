package academy.artisan.lms.media.transcode;

import java.util.Locale;

/** Why a video can never be played; the code is stored, and told with a text of the message bundles. */
enum Failure {
    NOT_A_VIDEO,
    NO_DURATION,
    NOT_DECODABLE,
    TOOK_TOO_LONG,
    OTHER_DIGEST,
    PROCESSING_FAILED;

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
