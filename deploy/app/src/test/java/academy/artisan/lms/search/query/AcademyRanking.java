package academy.artisan.lms.search.query;

import java.util.List;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.Listing;
import academy.artisan.lms.search.elasticsearch.ElasticsearchCalls;
import academy.artisan.lms.search.elasticsearch.ElasticsearchProperties;
import academy.artisan.lms.search.index.CourseContents;
import academy.artisan.lms.search.index.FilledIndex;
import academy.artisan.lms.search.text.SearchText;

/** The course search of the academy, over an index of its own that holds nothing but the courses given. */
class AcademyRanking implements Ranking {

    private final ElasticsearchCalls elasticsearch;
    private final ElasticsearchProperties properties;
    private final CourseSearch search;

    AcademyRanking(ElasticsearchCalls elasticsearch, SynonymFile synonyms, String prefix) {
        this.elasticsearch = elasticsearch;
        this.properties = new ElasticsearchProperties(List.of(), null, null, prefix);
        this.search = new CourseSearch(elasticsearch, properties, synonyms);
    }

    void hold(List<Listing> courses) {
        FilledIndex.hold(elasticsearch, properties.alias(CourseContents.NAME), courses);
    }

    @Override
    public List<CourseId> first(String typed) {
        var query = new CourseQuery(
                CourseQuery.Scope.CATALOG,
                SearchText.clean(typed),
                new Viewpoint(List.of("everyone"), List.of()),
                CourseQuery.Filters.NONE,
                Order.RELEVANCE,
                Ranking.COURSES,
                null);
        return search.find(query).items().stream()
                .map(FoundCourses.FoundCourse::courseId)
                .toList();
    }
}
