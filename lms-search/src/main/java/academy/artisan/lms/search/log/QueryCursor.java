package academy.artisan.lms.search.log;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

import academy.artisan.lms.support.InvalidFields;
import org.jspecify.annotations.Nullable;

/** A place in the list of queries: what is asked more often comes first, then in order of the text. */
record QueryCursor(long searches, String query) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,18})~(\\P{Cntrl}+)");

    static String of(AskedQuery query) {
        var text = query.searches() + "~" + query.query();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads what a caller passes as {@code after}. */
    static @Nullable QueryCursor parse(@Nullable String after) {
        if (after == null) {
            return null;
        }
        try {
            var form = FORM.matcher(new String(Base64.getUrlDecoder().decode(after), StandardCharsets.UTF_8));
            if (form.matches()) {
                return new QueryCursor(Long.parseLong(form.group(1)), form.group(2));
            }
        } catch (IllegalArgumentException unreadable) {
            throw notACursor();
        }
        throw notACursor();
    }

    private static InvalidFields notACursor() {
        return new InvalidFields("after", "Cursor", "is not a cursor of this list");
    }
}
