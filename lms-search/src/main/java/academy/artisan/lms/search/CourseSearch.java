package academy.artisan.lms.search;

import org.springframework.stereotype.Service;

/** Finds courses: one question to Elasticsearch per search. */
@Service
class CourseSearch {

    private final ElasticsearchCalls elasticsearch;
    private final CourseIndex index;
    private final SynonymFile synonyms;

    CourseSearch(ElasticsearchCalls elasticsearch, CourseIndex index, SynonymFile synonyms) {
        this.elasticsearch = elasticsearch;
        this.index = index;
        this.synonyms = synonyms;
    }

    FoundCourses find(CourseQuery query) {
        var request = SearchRequests.courses(index.alias(), query, Meaning.of(query.text(), synonyms.synonyms()));
        return FoundCourses.of(elasticsearch.ask(client -> client.search(request, CourseLine.class)), query);
    }
}
