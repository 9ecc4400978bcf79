package academy.artisan.lms.search.suggest;

import java.util.List;
import java.util.regex.Pattern;

import academy.artisan.lms.search.query.CourseMatching;
import academy.artisan.lms.search.query.Order;
import academy.artisan.lms.search.query.SearchRequests;
import academy.artisan.lms.search.text.NameKeys;
import academy.artisan.lms.search.text.SearchText;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;

/** Writes the questions that Elasticsearch is asked while somebody types. */
final class SuggestionRequests {

    static final String NAMES = "names";
    static final String AUDIENCE = "audience";

    private static final int LONGEST = 64;
    private static final Pattern FEW_LETTERS = Pattern.compile("[a-z0-9]{0,2}");
    private static final long ENOUGH_COURSES = 5_000;

    private SuggestionRequests() {}

    static SearchRequest courses(String beginning, List<String> audience, int limit) {
        return SearchRequest.of(request -> request.query(permitted(
                        CourseMatching.beginningWith(SearchText.beginning(SearchText.plain(beginning), LONGEST)),
                        audience))
                .sort(Order.RELEVANCE.asSort(), SearchRequests.BY_ID)
                .size(limit)
                .trackTotalHits(track -> track.enabled(false))
                .source(source -> source.filter(filter -> filter.includes("courseId", "title"))));
    }

    /**
     * Tags and instructors that begin like this, those of more courses first. One letter or two begin names of most
     * courses: then some thousands of any courses tell which names are common, and those that have one need not be
     * looked up first.
     */
    static SearchRequest names(String beginning, List<String> audience, int most) {
        var key = NameKeys.key(beginning);
        var begun = FEW_LETTERS.matcher(key).matches()
                ? Query.of(query -> query.matchAll(all -> all))
                : Query.of(query -> query.prefix(prefix -> prefix.field(NAMES).value(key)));
        return SearchRequest.of(request -> request.query(permitted(begun, audience))
                .size(0)
                .terminateAfter(ENOUGH_COURSES)
                .trackTotalHits(track -> track.enabled(false))
                .aggregations(
                        NAMES,
                        names -> names.terms(terms -> terms.field(NAMES)
                                .include(only -> only.regexp(NameKeys.beginningWith(key)))
                                .size(most))));
    }

    /**
     * Whether it stands in what this viewer may open, else it would tell of what the viewer may not: one course, and
     * who else may open that.
     */
    static SearchRequest whetherFound(String query, List<String> audience) {
        return SearchRequest.of(request -> request.query(permitted(CourseMatching.literallyThere(query), audience))
                .size(1)
                .terminateAfter(1L)
                .trackTotalHits(track -> track.enabled(false))
                .source(source -> source.fetch(false))
                .docvalueFields(field -> field.field(AUDIENCE)));
    }

    private static Query permitted(Query wanted, List<String> audience) {
        return Query.of(query -> query.bool(bool -> bool.must(wanted).filter(SearchRequests.permitted(audience))));
    }
}
