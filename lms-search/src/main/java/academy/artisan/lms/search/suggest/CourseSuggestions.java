package academy.artisan.lms.search.suggest;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import academy.artisan.lms.course.CourseViewer;
import academy.artisan.lms.search.elasticsearch.ElasticsearchCalls;
import academy.artisan.lms.search.elasticsearch.ElasticsearchProperties;
import academy.artisan.lms.search.index.CourseContents;
import academy.artisan.lms.search.log.PopularQueries;
import academy.artisan.lms.search.suggest.Suggestions.Suggestion;
import academy.artisan.lms.search.text.Name;
import academy.artisan.lms.search.text.NameKeys;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.msearch.MultiSearchItem;
import co.elastic.clients.elasticsearch.core.msearch.MultiSearchResponseItem;
import co.elastic.clients.elasticsearch.core.msearch.RequestItem;
import org.springframework.stereotype.Service;

/**
 * Completes what is being typed: several questions to Elasticsearch in one round trip, each with the viewer's rights.
 * Names and queries are left out where they cannot be told.
 */
@Service
class CourseSuggestions {

    private static final int MOST_NAMES = 4;
    private static final int MOST_QUERIES = 3;
    private static final int FIRST_QUERY = 2;

    private final ElasticsearchCalls elasticsearch;
    private final String index;
    private final PopularQueries popular;
    private final OpenQueries open;

    CourseSuggestions(
            ElasticsearchCalls elasticsearch,
            ElasticsearchProperties properties,
            PopularQueries popular,
            OpenQueries open) {
        this.elasticsearch = elasticsearch;
        this.index = properties.alias(CourseContents.NAME);
        this.popular = popular;
        this.open = open;
    }

    Suggestions of(String beginning, List<String> audience, int limit) {
        if (beginning.isBlank()) {
            return Suggestions.NONE;
        }
        var queries = popular.beginningWith(beginning, MOST_QUERIES);
        var inDoubt = open.notAmong(queries);
        var questions = Stream.concat(
                        Stream.of(
                                SuggestionRequests.courses(beginning, audience, limit),
                                SuggestionRequests.names(beginning, audience, MOST_NAMES * 3)),
                        inDoubt.stream().map(query -> SuggestionRequests.whetherFound(query, audience)))
                .map(this::asked)
                .toList();
        var answers = elasticsearch
                .search(client -> client.msearch(all -> all.searches(questions), Suggestion.class))
                .responses();
        var refuted = refuted(inDoubt, answers.subList(FIRST_QUERY, answers.size()));
        return new Suggestions(
                courses(answers.get(0)),
                names(answers.get(1)),
                queries.stream().filter(query -> !refuted.contains(query)).toList());
    }

    /** Those that find nothing; of the others, what is open to everyone is remembered. */
    private Set<String> refuted(List<String> inDoubt, List<MultiSearchResponseItem<Suggestion>> answers) {
        var refuted = new HashSet<String>();
        for (var at = 0; at < inDoubt.size(); at++) {
            var audience = audienceOfOne(answers.get(at));
            if (audience.isEmpty()) {
                refuted.add(inDoubt.get(at));
            } else if (audience.contains(CourseViewer.EVERYONE)) {
                open.add(inDoubt.get(at));
            }
        }
        return refuted;
    }

    private RequestItem asked(SearchRequest question) {
        return RequestItem.of(item -> item.header(header -> header.index(index)).body(question));
    }

    private static List<Suggestion> courses(MultiSearchResponseItem<Suggestion> answer) {
        return result(answer).hits().hits().stream()
                .map(hit -> Objects.requireNonNull(hit.source()))
                .toList();
    }

    private static List<Name> names(MultiSearchResponseItem<Suggestion> answer) {
        if (answer.isFailure()) {
            return List.of();
        }
        var found = answer.result().aggregations().get(SuggestionRequests.NAMES);
        return found == null
                ? List.of()
                : found.sterms().buckets().array().stream()
                        .map(bucket -> NameKeys.name(bucket.key().stringValue()))
                        .flatMap(Optional::stream)
                        .distinct()
                        .limit(MOST_NAMES)
                        .toList();
    }

    /** Who may open one of the courses found; nobody if there is none. */
    private static List<String> audienceOfOne(MultiSearchResponseItem<Suggestion> answer) {
        return answer.isFailure()
                ? List.of()
                : answer.result().hits().hits().stream()
                        .map(hit -> hit.fields().get(SuggestionRequests.AUDIENCE))
                        .filter(Objects::nonNull)
                        .flatMap(audience -> Stream.of(audience.to(String[].class)))
                        .toList();
    }

    private static MultiSearchItem<Suggestion> result(MultiSearchResponseItem<Suggestion> answer) {
        if (answer.isFailure()) {
            throw ElasticsearchCalls.meaningOf(new ElasticsearchException("msearch", answer.failure()));
        }
        return answer.result();
    }
}
