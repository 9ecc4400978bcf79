package academy.artisan.lms.search.log;

import java.util.regex.Pattern;

import academy.artisan.lms.search.text.Pinyin;

/** A query that many asked, and what it is typed by. */
record PopularQuery(String query, String pinyin, String initials) {

    private static final Pattern CHARACTERS = Pattern.compile("\\p{IsHan}+");

    static PopularQuery of(String query) {
        var pinyin = Pinyin.of(query);
        return new PopularQuery(query, pinyin.whole(), pinyin.wholeInitials());
    }

    /**
     * A text that is being typed, read once for all queries.
     *
     * @param letters the text as it is typed on a Latin keyboard
     * @param head its first characters, if it goes on otherwise behind them
     * @param restLetters what comes behind the head, on a Latin keyboard
     */
    record Typed(String text, String letters, String head, String restLetters) {

        static Typed of(String text) {
            var characters = CHARACTERS.matcher(text);
            var end = characters.lookingAt() ? characters.end() : 0;
            return new Typed(
                    text,
                    CHARACTERS.matcher(text).find() ? "" : Pinyin.of(text).whole(),
                    text.substring(0, end),
                    Pinyin.of(text.substring(end)).whole());
        }
    }

    /** By its characters, its pinyin or its initials, also characters first and then one of the others. */
    boolean beginsWith(Typed typed) {
        if (query.startsWith(typed.text()) || isTypedBy(typed.letters())) {
            return true;
        }
        var head = typed.head();
        return !head.isEmpty()
                && !typed.restLetters().isEmpty()
                && query.startsWith(head)
                && of(query.substring(head.length())).isTypedBy(typed.restLetters());
    }

    private boolean isTypedBy(String letters) {
        return !letters.isEmpty() && (pinyin.startsWith(letters) || initials.startsWith(letters));
    }
}
