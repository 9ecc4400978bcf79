package academy.artisan.lms.search.query;

import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import org.jspecify.annotations.Nullable;

/** In which order courses are listed; those that are equal, by id. */
public enum Order {
    /** What fits best first; without a text nothing fits better than the rest, and the newest come first. */
    RELEVANCE('s', null, SortOrder.Desc),
    NEWEST('t', "publishedAt", SortOrder.Desc),
    POPULAR('p', "learners", SortOrder.Desc),
    SHORTEST('a', "durationSeconds", SortOrder.Asc),
    LONGEST('z', "durationSeconds", SortOrder.Desc);

    /** Names the order in a cursor. */
    final char letter;

    private final @Nullable String field;
    private final SortOrder direction;

    Order(char letter, @Nullable String field, SortOrder direction) {
        this.letter = letter;
        this.field = field;
        this.direction = direction;
    }

    public SortOptions asSort() {
        return field == null
                ? SortOptions.of(sort -> sort.score(score -> score.order(direction)))
                : SortOptions.of(sort -> sort.field(by -> by.field(field).order(direction)));
    }
}
