package academy.artisan.lms.search;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text as people type or paste it. */
public final class SearchText {

    private static final Pattern NOT_TEXT = Pattern.compile("[\\p{Cntrl}\\p{Cs}\\p{Co}\\p{Cn}]+");

    private SearchText() {}

    /** Without what no text is made of: control characters, halves of characters, unassigned ones. */
    static String clean(String typed) {
        return NOT_TEXT.matcher(typed).replaceAll(" ").strip();
    }

    /** As texts are compared: simplified characters, half width, small letters. */
    public static String plain(String text) {
        return Simplified.of(Normalizer.normalize(text, Normalizer.Form.NFKC)).toLowerCase(Locale.ROOT);
    }

    /** Its first characters, none of them cut in half. */
    static String beginning(String text, int most) {
        return text.substring(0, text.offsetByCodePoints(0, Math.min(most, text.codePointCount(0, text.length()))));
    }
}
