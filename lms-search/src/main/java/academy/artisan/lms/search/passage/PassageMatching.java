package academy.artisan.lms.search.passage;

import java.util.stream.Stream;

import academy.artisan.lms.search.query.Meaning;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;

/**
 * How a typed text finds passages: by its words, and by its pairs of characters, which find what a dictionary does not
 * know; best where it stands as it was typed. There is so much text that nothing is found by sound or in spite of
 * slips.
 */
final class PassageMatching {

    static final String TEXT = "passages.text";
    static final String PAIRS = "passages.text.pairs";

    /** What a synonym is worth beside the word itself. */
    private static final float SYNONYM = 0.8f;

    private PassageMatching() {}

    static Query matching(Meaning meaning) {
        var ways = Stream.concat(
                        Stream.of(literally(meaning.text(), 1)),
                        meaning.variants().stream().map(variant -> literally(variant, SYNONYM)))
                .toList();
        return Query.of(query -> query.disMax(best -> best.queries(ways)));
    }

    /** What is shown as the reason of a match. */
    static Query highlighted(Meaning meaning) {
        var ways = Stream.concat(Stream.of(meaning.text()), meaning.variants().stream())
                .map(text -> Query.of(
                        query -> query.multiMatch(match -> match.query(text).fields(TEXT, PAIRS))))
                .toList();
        return Query.of(query -> query.bool(bool -> bool.should(ways)));
    }

    private static Query literally(String text, float boost) {
        return Query.of(query -> query.bool(
                bool -> bool.should(most(TEXT, text, "2<-40%"), most(PAIRS, text, "3<-40%"), asItStands(text))
                        .minimumShouldMatch("1")
                        .boost(boost)));
    }

    private static Query most(String field, String text, String atLeast) {
        return Query.of(
                query -> query.match(match -> match.field(field).query(text).minimumShouldMatch(atLeast)));
    }

    private static Query asItStands(String text) {
        return Query.of(query ->
                query.matchPhrase(phrase -> phrase.field(PAIRS).query(text).boost(3f)));
    }
}
