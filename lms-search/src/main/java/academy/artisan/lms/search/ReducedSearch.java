package academy.artisan.lms.search;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import academy.artisan.lms.search.FoundCourses.FoundCourse;
import academy.artisan.lms.search.Suggestions.Suggestion;
import academy.artisan.lms.search.shelf.Shelf;
import org.springframework.stereotype.Component;

/** Finds courses in PostgreSQL by the words in their titles and tags: what there is while Elasticsearch is away. */
@Component
class ReducedSearch {

    private static final int MOST_WORDS = 10;

    private final Shelf shelf;

    ReducedSearch(Shelf shelf) {
        this.shelf = shelf;
    }

    /** The first page only, the newest first, without counts by value and without marks. */
    FoundCourses find(CourseQuery query) {
        var filters = query.filters();
        var found = shelf.find(
                new Shelf.Wanted(
                        words(query.text()),
                        query.audience(),
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

    /** Titles with these words somewhere in them. */
    Suggestions suggest(String beginning, List<String> audience, int limit) {
        var none = List.<String>of();
        var courses = shelf
                .find(new Shelf.Wanted(words(beginning), audience, none, none, none, none, none, null, null), limit)
                .courses()
                .stream()
                .map(course -> new Suggestion(course.courseId(), course.title()))
                .toList();
        return new Suggestions(courses, List.of(), none);
    }

    private static List<String> words(String text) {
        return Arrays.stream(SearchText.plain(text).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .toList();
    }
}
