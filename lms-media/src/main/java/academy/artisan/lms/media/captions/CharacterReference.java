package academy.artisan.lms.media.captions;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A character that is written by its name or number, as HTML does it.
 *
 * @param end where the text goes on
 */
record CharacterReference(int point, int end) {

    private static final Map<String, Integer> NAMED = Map.of(
            "amp",
            (int) '&',
            "lt",
            (int) '<',
            "gt",
            (int) '>',
            "quot",
            (int) '"',
            "apos",
            (int) '\'',
            "nbsp",
            0xA0,
            "lrm",
            0x200E,
            "rlm",
            0x200F);

    private static final Pattern NUMBER = Pattern.compile("#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})");
    private static final int LONGEST = 12;

    /** The reference that begins at this ampersand, if one does. */
    static Optional<CharacterReference> at(String text, int ampersand) {
        var end = text.indexOf(';', ampersand, Math.min(text.length(), ampersand + LONGEST));
        if (end < 0) {
            return Optional.empty();
        }
        var name = text.substring(ampersand + 1, end);
        return Optional.ofNullable(NAMED.get(name))
                .or(() -> number(name))
                .map(point -> new CharacterReference(point, end + 1));
    }

    private static Optional<Integer> number(String name) {
        var match = NUMBER.matcher(name);
        if (!match.matches()) {
            return Optional.empty();
        }
        var point = match.group(1) == null ? Integer.parseInt(match.group(2), 16) : Integer.parseInt(match.group(1));
        return Optional.of(point).filter(CharacterReference::isText);
    }

    /** Whether this is a character that a text can hold: none that controls something, and no half of one. */
    static boolean isText(int point) {
        return Character.isValidCodePoint(point)
                && !Character.isISOControl(point)
                && (point & 0xFFFE) != 0xFFFE
                && point != 0xFEFF
                && (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE);
    }
}
