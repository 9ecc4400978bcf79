package academy.artisan.lms.media.captions;

/**
 * Captions that a player can choose.
 *
 * @param language a BCP 47 tag in its canonical form
 * @param sha256 of the text: other text has another address
 */
public record CaptionTrack(String language, String label, String sha256) {}
