package academy.artisan.lms.media.captions;

import java.time.Instant;

import academy.artisan.lms.identity.PersonId;

/**
 * The captions of a video in one language.
 *
 * @param language a BCP 47 tag in its canonical form
 * @param label what the choice of a player says
 * @param sha256 of the text, in lower-case hexadecimal: other text has another address
 */
public record Caption(String language, String label, int cues, String sha256, PersonId changedBy, Instant changedAt) {

    boolean isSame(String otherLabel, String otherSha256) {
        return label.equals(otherLabel) && sha256.equals(otherSha256);
    }
}
