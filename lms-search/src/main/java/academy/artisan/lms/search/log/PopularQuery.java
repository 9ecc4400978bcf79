package academy.artisan.lms.search.log;

import java.util.regex.Pattern;

import academy.artisan.lms.search.Pinyin;

/** A query that many asked, and what it is typed by. */
record PopularQuery(String query, String pinyin, String initials) {

    private static final Pattern CHARACTERS = Pattern.compile("\\p{IsHan}+");

    static PopularQuery of(String query) {
        var pinyin = Pinyin.of(query);
        return new PopularQuery(query, pinyin.whole(), pinyin.wholeInitials());
    }

    /** By its characters, its pinyin or its initials, also characters first and then one of the others. */
    boolean beginsWith(String typed) {
        if (query.startsWith(typed)) {
            return true;
        }
        var characters = CHARACTERS.matcher(typed);
        if (!characters.find()) {
            return isTypedBy(typed);
        }
        var head = typed.substring(0, characters.end());
        var rest = typed.substring(characters.end());
        return !rest.isBlank()
                && query.startsWith(head)
                && of(query.substring(head.length())).isTypedBy(rest);
    }

    private boolean isTypedBy(String typed) {
        var letters = Pinyin.of(typed).whole();
        return !letters.isEmpty() && (pinyin.startsWith(letters) || initials.startsWith(letters));
    }
}
