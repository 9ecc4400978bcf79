package academy.artisan.lms.search.suggest;

import java.util.List;

import academy.artisan.lms.search.shelf.ShelfSearch;
import academy.artisan.lms.search.shelf.ShelfSearch.Wanted;
import academy.artisan.lms.search.suggest.Suggestions.Suggestion;
import academy.artisan.lms.search.text.SearchText;
import org.springframework.stereotype.Component;

/** Titles that PostgreSQL finds: what there is to suggest while Elasticsearch is away. */
@Component
class ReducedSuggestions {

    private final ShelfSearch shelf;

    ReducedSuggestions(ShelfSearch shelf) {
        this.shelf = shelf;
    }

    /** Titles with these words somewhere in them, or in the tags; the newest first. */
    Suggestions of(String beginning, List<String> audience, int limit) {
        var words = SearchText.words(beginning);
        if (words.isEmpty()) {
            return Suggestions.NONE;
        }
        var titles = shelf.newest(Wanted.of(words, audience), limit).stream()
                .map(course -> new Suggestion(course.courseId(), course.title()))
                .toList();
        return new Suggestions(titles, List.of(), List.of());
    }
}
