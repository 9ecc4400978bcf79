package academy.artisan.lms.search.log;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Queries as they are counted: those that differ only in width, case or spaces are the same. */
final class QueryText {

    /** Whoever pastes more than this is not naming a course. */
    static final int LONGEST = 60;

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    private QueryText() {}

    static String normal(String typed) {
        var plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return SPACES.matcher(plain).replaceAll(" ").strip();
    }

    /** Whether a normalised text may be kept. */
    static boolean mayBeKept(String query) {
        return query.length() <= LONGEST && !PersonalText.isSuspectedIn(query);
    }
}
