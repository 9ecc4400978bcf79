package academy.artisan.lms.search.passage;

import java.util.ArrayList;
import java.util.List;

import academy.artisan.lms.search.query.Meaning;
import academy.artisan.lms.search.query.Order;
import academy.artisan.lms.search.query.SearchRequests;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.ChildScoreMode;
import co.elastic.clients.elasticsearch._types.query_dsl.FieldAndFormat;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Highlight;
import co.elastic.clients.elasticsearch.core.search.HighlightField;
import co.elastic.clients.elasticsearch.core.search.InnerHits;
import co.elastic.clients.util.NamedValue;

/**
 * Writes the question that Elasticsearch is asked for passages. Nothing is taken from the source of a document, which
 * is as long as its course: reading it would take longer than searching.
 */
final class PassageRequests {

    static final String PASSAGES = "passages";
    private static final int MOST_OF_A_COURSE = 3;

    private static final SortOptions IN_ORDER = SortOptions.of(
            sort -> sort.field(field -> field.field("passages.position").order(SortOrder.Asc)));

    private PassageRequests() {}

    static SearchRequest of(String index, PassageQuery query, Meaning meaning) {
        var request = new SearchRequest.Builder()
                .index(index)
                .query(permittedAndFound(query, meaning))
                .sort(Order.RELEVANCE.asSort(), SearchRequests.BY_ID)
                // One more than asked for tells whether there are more
                .size(query.limit() + 1)
                .trackTotalHits(track -> track.enabled(true))
                .source(source -> source.fetch(false))
                .docvalueFields(valuesOf("courseId", "title"));
        if (query.after() != null) {
            request.searchAfter(query.after().values());
        }
        return request.build();
    }

    private static Query permittedAndFound(PassageQuery query, Meaning meaning) {
        var filters = new ArrayList<>(List.of(SearchRequests.permitted(query.audience())));
        if (query.courseId() != null) {
            filters.add(is("courseId", query.courseId().toString()));
        }
        return Query.of(any -> any.bool(bool -> bool.filter(filters)
                .must(must -> must.nested(nested -> nested.path(PASSAGES)
                        .query(fitting(query, meaning))
                        .scoreMode(ChildScoreMode.Max)
                        .innerHits(best(meaning))))));
    }

    private static Query fitting(PassageQuery query, Meaning meaning) {
        var filters = new ArrayList<Query>();
        if (query.kind() != null) {
            filters.add(is("passages.kind", query.kind().name()));
        }
        if (query.language() != null) {
            filters.add(isIn(query.language()));
        }
        return Query.of(any -> any.bool(bool -> bool.filter(filters).must(PassageMatching.matching(meaning))));
    }

    private static Query is(String field, String value) {
        return Query.of(query -> query.term(term -> term.field(field).value(value)));
    }

    /** {@code zh} is also what is in {@code zh-Hans}. */
    private static Query isIn(String language) {
        var field = "passages.language";
        return Query.of(query -> query.bool(bool -> bool.should(same ->
                        same.term(term -> term.field(field).value(language).caseInsensitive(true)))
                .should(narrower -> narrower.prefix(
                        prefix -> prefix.field(field).value(language + "-").caseInsensitive(true)))));
    }

    private static InnerHits best(Meaning meaning) {
        return InnerHits.of(hits -> hits.name(PASSAGES)
                .size(MOST_OF_A_COURSE)
                .sort(Order.RELEVANCE.asSort(), IN_ORDER)
                .source(source -> source.fetch(false))
                .docvalueFields(valuesOf(
                        "passages.lessonId",
                        "passages.lessonTitle",
                        "passages.kind",
                        "passages.language",
                        "passages.cueOffsets",
                        "passages.cueStarts"))
                .highlight(highlight(meaning)));
    }

    private static List<FieldAndFormat> valuesOf(String... fields) {
        return List.of(fields).stream()
                .map(field -> FieldAndFormat.of(value -> value.field(field)))
                .toList();
    }

    /** The whole text, in which {@link Marks} stand around what was found. */
    private static Highlight highlight(Meaning meaning) {
        return Highlight.of(highlight -> highlight
                .preTags(Marks.OPENING)
                .postTags(Marks.CLOSING)
                .highlightQuery(PassageMatching.highlighted(meaning))
                .fields(NamedValue.of(
                        PassageMatching.TEXT,
                        HighlightField.of(field -> field.numberOfFragments(0)
                                .matchedFields(PassageMatching.TEXT, PassageMatching.PAIRS)))));
    }
}
