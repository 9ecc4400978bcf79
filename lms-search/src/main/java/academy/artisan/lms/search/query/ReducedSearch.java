package academy.artisan.lms.search.query;

import java.util.Map;

import academy.artisan.lms.search.query.FoundCourses.FoundCourse;
import academy.artisan.lms.search.shelf.ShelfSearch;
import academy.artisan.lms.search.text.SearchText;
import org.springframework.stereotype.Component;

/** Finds courses in PostgreSQL by the words in their titles and tags: what there is while Elasticsearch is away. */
@Component
class ReducedSearch {

    private final ShelfSearch shelf;

    ReducedSearch(ShelfSearch shelf) {
        this.shelf = shelf;
    }

    /** The first page only, the newest first, without counts by value and without marks. */
    FoundCourses find(CourseQuery query) {
        var filters = query.filters();
        var found = shelf.find(
                new ShelfSearch.Wanted(
                        SearchText.words(query.text()),
                        query.viewpoint().audiences(),
                        filters.fields(),
                        filters.levels(),
                        filters.tags(),
                        filters.groups(),
                        filters.languages(),
                        filters.leastSeconds(),
                        filters.mostSeconds()),
                query.limit());
        return FoundCourses.reduced(
                found.courses().stream()
                        .map(course -> FoundCourse.of(course, Map.of()))
                        .toList(),
                found.total());
    }
}
