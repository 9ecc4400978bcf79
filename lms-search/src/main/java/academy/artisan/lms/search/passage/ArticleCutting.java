package academy.artisan.lms.search.passage;

import java.util.List;

import academy.artisan.lms.course.ArticleParagraphs;
import academy.artisan.lms.search.text.SearchText;

/** Cuts an article into its paragraphs; a heading goes with what follows on it, and short ones go together. */
final class ArticleCutting {

    private ArticleCutting() {}

    /** @param markdown of a published article */
    static List<Stretch> cut(String markdown) {
        var stretches = new Stretches();
        for (var paragraph : ArticleParagraphs.of(markdown)) {
            if (paragraph.isHeading()) {
                stretches.end();
            }
            var text = SearchText.clean(paragraph.text());
            if (!text.isEmpty()) {
                stretches.add(text, null);
            }
            if (!paragraph.isHeading()) {
                stretches.endIfEnough();
            }
        }
        return stretches.all();
    }
}
