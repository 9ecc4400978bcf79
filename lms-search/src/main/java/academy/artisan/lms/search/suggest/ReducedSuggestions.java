package academy.artisan.lms.search.suggest;

import java.util.List;

import academy.artisan.lms.search.shelf.Shelf;
import academy.artisan.lms.search.suggest.Suggestions.Suggestion;
import academy.artisan.lms.search.text.SearchText;
import org.springframework.stereotype.Component;

/** Titles that PostgreSQL finds: what there is to suggest while Elasticsearch is away. */
@Component
class ReducedSuggestions {

    private final Shelf shelf;

    ReducedSuggestions(Shelf shelf) {
        this.shelf = shelf;
    }

    /** Titles with these words somewhere in them. */
    Suggestions of(String beginning, List<String> audience, int limit) {
        var none = List.<String>of();
        var wanted = new Shelf.Wanted(SearchText.words(beginning), audience, none, none, none, none, none, null, null);
        return new Suggestions(
                shelf.find(wanted, limit).courses().stream()
                        .map(course -> new Suggestion(course.courseId(), course.title()))
                        .toList(),
                List.of(),
                none);
    }
}
