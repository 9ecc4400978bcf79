package academy.artisan.lms.search.query;

import academy.artisan.lms.search.CourseLine;
import academy.artisan.lms.search.elasticsearch.ElasticsearchCalls;
import academy.artisan.lms.search.elasticsearch.ElasticsearchProperties;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import org.springframework.stereotype.Service;

/** Finds courses: one question to Elasticsearch per search, and one more where nothing fits. */
@Service
class CourseSearch {

    private final ElasticsearchCalls elasticsearch;
    private final ElasticsearchProperties properties;
    private final SynonymFile synonyms;

    CourseSearch(ElasticsearchCalls elasticsearch, ElasticsearchProperties properties, SynonymFile synonyms) {
        this.elasticsearch = elasticsearch;
        this.properties = properties;
        this.synonyms = synonyms;
    }

    FoundCourses find(CourseQuery query) {
        var meaning = Meaning.of(query.text(), synonyms.synonyms());
        var found = find(query, CourseMatching.matching(meaning), meaning);
        return found.total() == 0 && !query.isBlank() && query.after() == null
                ? find(query, CourseMatching.near(meaning), meaning).asNearest()
                : found;
    }

    private FoundCourses find(CourseQuery query, Query matching, Meaning meaning) {
        var request = SearchRequests.courses(properties.alias(query.scope().index), query, matching, meaning);
        return FoundCourses.of(elasticsearch.search(client -> client.search(request, CourseLine.class)), query);
    }
}
