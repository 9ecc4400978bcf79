package academy.artisan.lms.search;

import java.util.List;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.Listing;

/** The course search of the academy, over an index of its own that holds nothing but the courses given. */
class AcademyRanking implements Ranking {

    private static final int AT_ONCE = 500;

    private final CourseIndex index;
    private final CourseSearch search;

    AcademyRanking(ElasticsearchCalls elasticsearch, SynonymFile synonyms, String prefix) {
        index = new CourseIndex(elasticsearch, new ElasticsearchProperties(List.of(), null, null, prefix));
        search = new CourseSearch(elasticsearch, index, synonyms);
    }

    void hold(List<Listing> courses) {
        var definition = IndexDefinition.of(index.knowsWords());
        index.create(definition);
        for (int from = 0; from < courses.size(); from += AT_ONCE) {
            var some = courses.subList(from, Math.min(from + AT_ONCE, courses.size()));
            index.put(
                    index.nameOf(definition),
                    some.stream().map(course -> CourseDocument.of(course, 0)).toList());
        }
        index.swapTo(index.nameOf(definition));
    }

    @Override
    public List<CourseId> first(String typed) {
        var query = new CourseQuery(
                SearchText.clean(typed),
                List.of(Audience.EVERYONE),
                CourseQuery.Filters.NONE,
                Order.RELEVANCE,
                Ranking.COURSES,
                null);
        return search.find(query).items().stream()
                .map(FoundCourses.FoundCourse::courseId)
                .toList();
    }
}
