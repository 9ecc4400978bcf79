package academy.artisan.lms.search;

import java.util.List;
import java.util.stream.Stream;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Highlight;
import co.elastic.clients.elasticsearch.core.search.HighlightField;
import co.elastic.clients.elasticsearch.core.search.HighlighterEncoder;
import co.elastic.clients.util.NamedValue;

/** Writes the questions that Elasticsearch is asked. */
final class SearchRequests {

    private static final int MOST_FACET_VALUES = 50;
    private static final SortOptions BY_ID = ascending("courseId");

    private SearchRequests() {}

    static SearchRequest courses(String index, CourseQuery query, Meaning meaning) {
        var request = new SearchRequest.Builder()
                .index(index)
                .query(permittedAndFiltered(query, meaning))
                .sort(query.isBlank() ? newestFirst() : bestFirst(), BY_ID)
                // One more than asked for tells whether there are more
                .size(query.limit() + 1)
                .trackTotalHits(track -> track.enabled(true))
                .source(source -> source.filter(filter -> filter.includes(CourseLine.FIELDS)))
                .aggregations("field", facet("field"))
                .aggregations("level", facet("level"))
                .aggregations("tag", facet("tags"));
        if (query.after() != null) {
            request.searchAfter(query.after().values());
        }
        if (!query.isBlank()) {
            request.highlight(highlight(meaning));
        }
        return request.build();
    }

    static SearchRequest suggestions(String index, String beginning, List<String> audience, int limit) {
        return SearchRequest.of(request -> request.index(index)
                .query(query -> query.bool(bool ->
                        bool.must(CourseMatching.beginningWith(beginning)).filter(oneOf("audience", audience))))
                .sort(bestFirst(), BY_ID)
                .size(limit)
                .source(source -> source.filter(filter -> filter.includes("courseId", "title"))));
    }

    /** Filters reach the facets too, so that their counts are those of the found courses. */
    private static Query permittedAndFiltered(CourseQuery query, Meaning meaning) {
        var filters = Stream.of(
                        oneOf("audience", query.audience()),
                        oneOf("field", query.fields()),
                        oneOf("level", query.levels()),
                        oneOf("tags", query.tags()))
                .toList();
        return Query.of(any -> any.bool(bool -> {
            bool.filter(filters);
            return query.isBlank() ? bool : bool.must(CourseMatching.matching(meaning));
        }));
    }

    private static Query oneOf(String field, List<String> values) {
        if (values.isEmpty()) {
            return Query.of(query -> query.matchAll(all -> all));
        }
        var wanted = values.stream().map(FieldValue::of).toList();
        return Query.of(query -> query.terms(terms -> terms.field(field).terms(any -> any.value(wanted))));
    }

    private static Aggregation facet(String field) {
        return Aggregation.of(facet -> facet.terms(terms -> terms.field(field).size(MOST_FACET_VALUES)));
    }

    /** Titles are shown whole and summaries in pieces; both are HTML in which only the marks are markup. */
    private static Highlight highlight(Meaning meaning) {
        return Highlight.of(highlight -> highlight
                .encoder(HighlighterEncoder.Html)
                .preTags("<em>")
                .postTags("</em>")
                .highlightQuery(CourseMatching.highlighted(meaning))
                .fields(
                        NamedValue.of("title", pieces(0, "title", "title.pairs")),
                        NamedValue.of("summary", pieces(2, "summary", "summary.pairs"))));
    }

    private static HighlightField pieces(int count, String... matched) {
        return HighlightField.of(
                field -> field.numberOfFragments(count).fragmentSize(120).matchedFields(List.of(matched)));
    }

    private static SortOptions bestFirst() {
        return SortOptions.of(sort -> sort.score(score -> score.order(SortOrder.Desc)));
    }

    private static SortOptions newestFirst() {
        return SortOptions.of(
                sort -> sort.field(field -> field.field("publishedAt").order(SortOrder.Desc)));
    }

    private static SortOptions ascending(String name) {
        return SortOptions.of(sort -> sort.field(field -> field.field(name).order(SortOrder.Asc)));
    }
}
