package academy.artisan.lms.search.index;

import java.util.List;
import java.util.stream.Gatherers;

import academy.artisan.lms.course.Listing;
import academy.artisan.lms.search.elasticsearch.ElasticsearchCalls;

/** An index of courses that were never published. */
public final class FilledIndex {

    private static final int AT_ONCE = 100;

    private FilledIndex() {}

    public static void hold(ElasticsearchCalls elasticsearch, String alias, List<Listing> courses) {
        var index = new SearchIndex(elasticsearch, alias);
        var definition = IndexDefinition.of(CourseContents.NAME, true);
        var name = index.nameOf(definition, "00000000");
        index.create(name, definition);
        courses.stream()
                .map(course -> CourseContents.entry(1, course, 0))
                .gather(Gatherers.windowFixed(AT_ONCE))
                .forEach(some -> index.put(name, some));
        index.swapTo(name);
    }
}
