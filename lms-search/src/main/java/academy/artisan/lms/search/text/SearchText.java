package academy.artisan.lms.search.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text as people type or paste it. */
public final class SearchText {

    /** What anybody may type, in UTF-16 units. */
    public static final int LONGEST = 200;

    private static final int MOST_WORDS = 10;
    private static final Pattern NOT_TEXT = Pattern.compile("[\\p{Cntrl}\\p{Cs}\\p{Co}\\p{Cn}]+");

    private SearchText() {}

    /** Without what no text is made of: control characters, halves of characters, unassigned ones. */
    public static String clean(String typed) {
        return NOT_TEXT.matcher(typed).replaceAll(" ").strip();
    }

    /** As texts are compared: simplified characters, half width, small letters. */
    public static String plain(String text) {
        return Simplified.of(Normalizer.normalize(text, Normalizer.Form.NFKC)).toLowerCase(Locale.ROOT);
    }

    /** The first words of it in plain form, as far as they are apart. */
    public static List<String> words(String text) {
        return Arrays.stream(plain(text).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .toList();
    }

    /** Its first characters, none of them cut in half. */
    public static String beginning(String text, int most) {
        return text.substring(0, text.offsetByCodePoints(0, Math.min(most, text.codePointCount(0, text.length()))));
    }
}
