package academy.artisan.lms.search.passage;

import org.springframework.web.util.HtmlUtils;

/**
 * A text in which what was found is marked, by characters that no text of ours has: so places in it can be counted
 * before it becomes HTML.
 */
record Marks(String marked) {

    static final String OPENING = "\uE000";
    static final String CLOSING = "\uE001";

    String text() {
        return marked.replace(OPENING, "").replace(CLOSING, "");
    }

    /** The text as HTML, in which only the marks are markup. */
    String html() {
        return HtmlUtils.htmlEscape(marked, "UTF-8").replace(OPENING, "<em>").replace(CLOSING, "</em>");
    }

    /** Where in the text the first mark stands; its beginning if there is none. */
    int first() {
        return Math.max(0, marked.indexOf(OPENING));
    }
}
