package academy.artisan.lms.search;

import java.util.List;
import java.util.stream.Gatherers;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.Listing;
import academy.artisan.lms.search.elasticsearch.ElasticsearchCalls;
import academy.artisan.lms.search.elasticsearch.ElasticsearchProperties;
import academy.artisan.lms.search.index.CourseDocument;
import academy.artisan.lms.search.index.CourseIndex;
import academy.artisan.lms.search.index.IndexDefinition;
import academy.artisan.lms.search.query.CourseQuery;
import academy.artisan.lms.search.query.CourseSearch;
import academy.artisan.lms.search.query.FoundCourses;
import academy.artisan.lms.search.query.Order;
import academy.artisan.lms.search.query.SynonymFile;
import academy.artisan.lms.search.text.SearchText;

/** The course search of the academy, over an index of its own that holds nothing but the courses given. */
class AcademyRanking implements Ranking {

    private final CourseIndex index;
    private final CourseSearch search;

    AcademyRanking(ElasticsearchCalls elasticsearch, SynonymFile synonyms, String prefix) {
        index = new CourseIndex(elasticsearch, new ElasticsearchProperties(List.of(), null, null, prefix));
        search = new CourseSearch(elasticsearch, index, synonyms);
    }

    void hold(List<Listing> courses) {
        var definition = IndexDefinition.of(index.knowsWords());
        index.create(definition);
        courses.stream()
                .map(course -> CourseDocument.of(course, 0))
                .gather(Gatherers.windowFixed(AT_ONCE))
                .forEach(some -> index.put(index.nameOf(definition), some));
        index.swapTo(index.nameOf(definition));
    }

    @Override
    public List<CourseId> first(String typed) {
        var query = new CourseQuery(
                SearchText.clean(typed),
                List.of("everyone"),
                CourseQuery.Filters.NONE,
                Order.RELEVANCE,
                Ranking.COURSES,
                null);
        return search.find(query).items().stream()
                .map(FoundCourses.FoundCourse::courseId)
                .toList();
    }
}
