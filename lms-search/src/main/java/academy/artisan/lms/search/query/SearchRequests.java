package academy.artisan.lms.search.query;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import academy.artisan.lms.course.CourseViewer;
import academy.artisan.lms.course.LearningHours;
import academy.artisan.lms.search.CourseLine;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.AggregationRange;
import co.elastic.clients.elasticsearch._types.query_dsl.FieldValueFactorModifier;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionBoostMode;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionScore;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionScoreMode;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Highlight;
import co.elastic.clients.elasticsearch.core.search.HighlightField;
import co.elastic.clients.elasticsearch.core.search.HighlighterEncoder;
import co.elastic.clients.util.NamedValue;
import org.jspecify.annotations.Nullable;

/** Writes the questions that Elasticsearch is asked. */
public final class SearchRequests {

    private static final int MOST_FACET_VALUES = 50;

    /** A course that ten thousand take is worth a fifth more than one that nobody does. */
    private static final double POPULARITY = 0.05;

    private static final double FRESHNESS = 0.05;
    private static final String FRESH = "365d";

    /** Where one range of learning hours ends and the next begins. */
    private static final List<Integer> HOURS = List.of(1, 5, 10, 20, 40);

    public static final SortOptions BY_ID =
            SortOptions.of(sort -> sort.field(field -> field.field("courseId").order(SortOrder.Asc)));

    private SearchRequests() {}

    static SearchRequest courses(String index, CourseQuery query, Query matching, Meaning meaning) {
        var request = new SearchRequest.Builder()
                .index(index)
                .query(permittedAndFiltered(query, matching))
                .sort(query.order().asSort(), BY_ID)
                // One more than asked for tells whether there are more
                .size(query.limit() + 1)
                .trackTotalHits(track -> track.enabled(true))
                .source(source -> source.filter(filter -> filter.includes(CourseLine.FIELDS)))
                .aggregations("field", facet("field"))
                .aggregations("level", facet("level"))
                .aggregations("tag", facet("tags"))
                .aggregations("group", facet("groupName"))
                .aggregations("language", facet("language"))
                .aggregations("hours", hours());
        var units = query.viewpoint().units();
        if (units == null || !units.isEmpty()) {
            request.aggregations("unit", units(units));
        }
        if (query.after() != null) {
            request.searchAfter(query.after().values());
        }
        if (!query.isBlank()) {
            request.highlight(highlight(meaning));
        }
        return request.build();
    }

    /** Filters reach the facets too, so that their counts are those of the found courses. */
    private static Query permittedAndFiltered(CourseQuery query, Query matching) {
        var wanted = query.filters();
        var filters = Stream.of(
                        permitted(query.viewpoint().audiences()),
                        oneOf("field", wanted.fields()),
                        oneOf("level", wanted.levels()),
                        oneOf("tags", wanted.tags()),
                        oneOf("groupName", wanted.groups()),
                        oneOf("language", wanted.languages()),
                        lasting(wanted.leastSeconds(), wanted.mostSeconds()))
                .toList();
        return Query.of(any -> any.bool(bool -> {
            bool.filter(filters);
            return query.isBlank() ? bool : bool.must(favoured(matching));
        }));
    }

    /** Of courses that fit alike, those that many take and those that are new come a little earlier. */
    private static Query favoured(Query matching) {
        return Query.of(query -> query.functionScore(score -> score.query(matching)
                .functions(
                        FunctionScore.of(any -> any.weight(1.0)),
                        FunctionScore.of(popular -> popular.fieldValueFactor(factor -> factor.field("learners")
                                        .modifier(FieldValueFactorModifier.Log1p)
                                        .factor(1.0)
                                        .missing(0.0))
                                .weight(POPULARITY)),
                        FunctionScore.of(fresh -> fresh.gauss(decay -> decay.date(date -> date.field("publishedAt")
                                        .placement(place -> place.origin("now")
                                                .scale(Time.of(time -> time.time(FRESH)))
                                                .decay(0.5))))
                                .weight(FRESHNESS)))
                .scoreMode(FunctionScoreMode.Sum)
                .boostMode(FunctionBoostMode.Multiply)));
    }

    private static Query lasting(@Nullable Long leastSeconds, @Nullable Long mostSeconds) {
        return leastSeconds == null && mostSeconds == null
                ? Query.of(query -> query.matchAll(all -> all))
                : Query.of(query -> query.range(range -> range.number(number -> {
                    number.field("durationSeconds");
                    if (leastSeconds != null) {
                        number.gte((double) leastSeconds);
                    }
                    return mostSeconds == null ? number : number.lte((double) mostSeconds);
                })));
    }

    /** Short courses and long ones, by learning hours. */
    private static Aggregation hours() {
        return Aggregation.of(facet -> facet.range(range -> range.field("durationSeconds")
                .ranges(IntStream.rangeClosed(0, HOURS.size())
                        .mapToObj(SearchRequests::hoursBetween)
                        .toList())));
    }

    private static AggregationRange hoursBetween(int index) {
        return AggregationRange.of(range -> {
            var from = index == 0 ? 0 : HOURS.get(index - 1);
            range.from((double) from * LearningHours.SECONDS);
            if (index == HOURS.size()) {
                return range.key(from + "-");
            }
            var to = HOURS.get(index);
            return range.to((double) to * LearningHours.SECONDS).key(from + "-" + to);
        });
    }

    /** Whoever is in no audience may open nothing. */
    public static Query permitted(List<String> audience) {
        var values = audience.stream().map(FieldValue::of).toList();
        return Query.of(query -> query.terms(terms -> terms.field("audience").terms(any -> any.value(values))));
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

    /** How much is shared with each of these units, or with any. */
    private static Aggregation units(@Nullable List<String> audiences) {
        return Aggregation.of(facet -> facet.terms(terms -> terms.field("audience")
                .size(MOST_FACET_VALUES)
                .include(include ->
                        audiences == null ? include.regexp(CourseViewer.UNIT + ".*") : include.terms(audiences))));
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
                        NamedValue.of("summary", pieces(2, "summary"))));
    }

    private static HighlightField pieces(int count, String... matched) {
        return HighlightField.of(
                field -> field.numberOfFragments(count).fragmentSize(120).matchedFields(List.of(matched)));
    }
}
