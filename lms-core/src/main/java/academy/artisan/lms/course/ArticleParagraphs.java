package academy.artisan.lms.course;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.owasp.html.HtmlStreamEventReceiver;

/** What a reader reads of an article: its text without markup, piece by piece. */
public final class ArticleParagraphs {

    /**
     * A heading, a paragraph, an item of a list, a row of a table or a piece of code.
     *
     * @param text on one line, without addresses
     */
    public record Paragraph(String text, boolean isHeading) {}

    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
    private static final Set<String> BLOCKS =
            Set.of("p", "hr", "blockquote", "pre", "ul", "ol", "li", "table", "thead", "tbody", "tr");
    private static final Set<String> APART = Set.of("br", "th", "td");

    /** Chinese may follow on an address without a space, and is no part of it. */
    private static final Pattern ADDRESS = Pattern.compile("(?:https?://|www\\.)[\\x21-\\x7e]+");

    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

    private ArticleParagraphs() {}

    /** Of Markdown, with the HTML that stands in it as far as {@link ArticleText#toHtml} shows that. */
    public static List<Paragraph> of(String markdown) {
        var reading = new Reading();
        ArticleText.read(markdown, reading);
        return List.copyOf(reading.paragraphs);
    }

    private static final class Reading implements HtmlStreamEventReceiver {

        private final List<Paragraph> paragraphs = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();

        @Override
        public void openDocument() {
            text.setLength(0);
        }

        @Override
        public void closeDocument() {
            end(false);
        }

        @Override
        public void openTag(String element, List<String> attributes) {
            if (APART.contains(element)) {
                text.append(' ');
            } else if (BLOCKS.contains(element) || HEADINGS.contains(element)) {
                end(false);
            }
        }

        @Override
        public void closeTag(String element) {
            if (BLOCKS.contains(element) || HEADINGS.contains(element)) {
                end(HEADINGS.contains(element));
            }
        }

        @Override
        public void text(String more) {
            text.append(more);
        }

        private void end(boolean isHeading) {
            var readable = ADDRESS.matcher(text).replaceAll(" ");
            var line = SPACE.matcher(readable).replaceAll(" ").strip();
            if (!line.isEmpty()) {
                paragraphs.add(new Paragraph(line, isHeading));
            }
            text.setLength(0);
        }
    }
}
