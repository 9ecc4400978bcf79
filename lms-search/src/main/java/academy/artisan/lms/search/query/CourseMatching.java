package academy.artisan.lms.search.query;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import academy.artisan.lms.search.text.Pinyin;
import academy.artisan.lms.search.text.SearchText;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;

/**
 * How a typed text finds courses. Each way of finding adds to the score: words, pairs of characters (which survive a
 * wrong character), the title as it stands, and pinyin or initials (which survive a wrong character that sounds the
 * same and, within limits, a slip on the keyboard).
 */
public final class CourseMatching {

    /** Longer prefixes are not in the index. */
    private static final int LONGEST_PREFIX = 32;

    /** Of what begins anywhere there are many more. */
    private static final int LONGEST_PREFIX_OF_PARTS = 12;

    private static final int SHORTEST_PREFIX_OF_PARTS = 2;

    /** Two letters begin something in most titles: while somebody types, that is no reason yet to suggest them. */
    private static final int SHORTEST_SUGGESTED_OF_PARTS = 3;

    /** What a synonym is worth beside the word itself. */
    private static final float SYNONYM = 0.8f;

    private static final float NEARLY = 0.5f;

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    private CourseMatching() {}

    static Query matching(Meaning meaning) {
        var literal = Stream.concat(
                Stream.of(literally(meaning.text(), 1)),
                meaning.variants().stream().map(variant -> literally(variant, SYNONYM)));
        var inAnyWay = Query.of(query -> query.disMax(best -> best.queries(literal.toList())));
        return anyOf(Stream.of(
                        Stream.of(inAnyWay, nearly(meaning.text())),
                        soundingLike(meaning.text()),
                        meaning.isMixed() ? Stream.of(piecewise(meaning)) : Stream.<Query>empty())
                .flatMap(ways -> ways));
    }

    /**
     * What has it as it stands in its title or among its labels: character by character, as pairs take other places
     * where anything comes between.
     */
    public static Query literallyThere(String text) {
        return Query.of(query -> query.multiMatch(match -> match.query(SearchText.plain(text))
                .analyzer("characters")
                .type(TextQueryType.Phrase)
                .fields("title.pairs", "labels")));
    }

    /** Anything that has a part of it: for when nothing fits. */
    static Query near(Meaning meaning) {
        return anyOf(Stream.concat(
                Stream.of(inAnyOf(meaning.text(), "1", "title.pairs^3", "labels^3", "contents")),
                isHeardIn(meaning.text())
                        ? Stream.of(misspelt(Pinyin.of(meaning.text()).whole()))
                        : Stream.empty()));
    }

    private static Query literally(String text, float boost) {
        return Query.of(query -> query.bool(bool -> bool.should(inWords(text), inPairs(text), inTitle(text, 6))
                .minimumShouldMatch("1")
                .boost(boost)));
    }

    /** Most of the characters, which survives one that is wrong wherever it is. */
    private static Query nearly(String text) {
        return Query.of(query -> query.match(match -> match.field("title.pairs")
                .analyzer("characters")
                .query(text)
                .minimumShouldMatch("3<-25%")
                .boost(NEARLY)));
    }

    /** Each piece as it stands or as it sounds. */
    private static Query piecewise(Meaning meaning) {
        var pieces = meaning.runs().stream()
                .map(run -> Meaning.isHan(run)
                        ? literally(run, 1)
                        : anyOf(Stream.concat(Stream.of(literally(run, 1)), bySound(run))))
                .toList();
        return Query.of(query -> query.bool(bool -> bool.must(pieces)));
    }

    /** Titles that begin like this rank above titles that have it further on. */
    public static Query beginningWith(String text) {
        var byCharacters = Stream.of(beginning("title.prefixes", text, 30), inTitle(text, 3));
        return anyOf(Stream.concat(
                byCharacters,
                isHeardIn(text) ? bySound(Pinyin.of(text).whole(), SHORTEST_SUGGESTED_OF_PARTS) : Stream.empty()));
    }

    /** What is shown as the reason of a match. */
    static Query highlighted(Meaning meaning) {
        return anyOf(Stream.concat(Stream.of(meaning.text()), meaning.variants().stream())
                .map(text -> Query.of(query ->
                        query.multiMatch(match -> match.query(text).fields("title", "title.pairs", "summary")))));
    }

    private static Query inWords(String text) {
        return Query.of(query -> query.match(match ->
                match.field("title").query(text).minimumShouldMatch("2<60%").boost(4f)));
    }

    private static Query inPairs(String text) {
        return inAnyOf(text, "2<60%", "title.pairs^2", "labels^2.5", "objectives^0.7", "contents", "summary^0.7");
    }

    private static Query inTitle(String text, float boost) {
        return Query.of(query -> query.matchPhrase(phrase -> phrase.field("title.pairs")
                .query(text)
                .analyzer(Meaning.isHan(text) ? "pairs" : "characters")
                .boost(boost)));
    }

    private static Stream<Query> soundingLike(String text) {
        if (!isHeardIn(text)) {
            return Stream.empty();
        }
        var pinyin = Pinyin.of(text);
        boolean mayBeMisspelt = isInCharacters(text)
                ? pinyin.syllables().size() >= 4
                : pinyin.whole().length() >= 4;
        return mayBeMisspelt
                ? Stream.concat(bySound(pinyin.whole()), Stream.of(misspelt(pinyin.whole())))
                : bySound(pinyin.whole());
    }

    /** One character sounds like far too many others. */
    private static boolean isHeardIn(String text) {
        int syllables = Pinyin.of(text).syllables().size();
        return isInCharacters(text) ? syllables >= 2 : syllables >= 1;
    }

    private static boolean isInCharacters(String text) {
        return HAN.matcher(text).find();
    }

    private static Stream<Query> bySound(String pinyin) {
        return bySound(pinyin, SHORTEST_PREFIX_OF_PARTS);
    }

    private static Stream<Query> bySound(String pinyin, int shortestOfParts) {
        var fromTheStart = Stream.of(
                exactly("pinyin.whole", pinyin),
                exactly("initials.whole", pinyin),
                beginning("pinyin", pinyin, 20),
                beginning("initials", pinyin, 15));
        return pinyin.length() < shortestOfParts
                ? fromTheStart
                : Stream.concat(
                        fromTheStart,
                        Stream.of(
                                beginning("pinyinOfParts", knownOfParts(pinyin), 8),
                                beginning("initialsOfParts", knownOfParts(pinyin), 6)));
    }

    private static Query exactly(String field, String value) {
        return Query.of(query -> query.constantScore(constant -> constant.boost(5f)
                .filter(filter -> filter.term(term -> term.field(field).value(value)))));
    }

    /** @param prefix in plain form, as prefixes are in the index */
    private static Query beginning(String field, String prefix, float score) {
        return Query.of(query -> query.constantScore(constant -> constant.boost(score)
                .filter(filter -> filter.term(term -> term.field(field).value(known(prefix))))));
    }

    private static Query misspelt(String pinyin) {
        return Query.of(query -> query.constantScore(constant -> constant.boost(2f)
                .filter(filter -> filter.fuzzy(fuzzy -> fuzzy.field("pinyinOfParts")
                        .value(knownOfParts(pinyin))
                        .fuzziness("AUTO:4,9")
                        .prefixLength(1)))));
    }

    private static Query inAnyOf(String text, String atLeast, String... fields) {
        return Query.of(query -> query.multiMatch(match -> match.query(text)
                .type(TextQueryType.CrossFields)
                .fields(List.of(fields))
                .minimumShouldMatch(atLeast)));
    }

    private static Query anyOf(Stream<Query> ways) {
        var all = ways.toList();
        return Query.of(query -> query.bool(bool -> bool.should(all).minimumShouldMatch("1")));
    }

    private static String knownOfParts(String prefix) {
        return SearchText.beginning(prefix, LONGEST_PREFIX_OF_PARTS);
    }

    private static String known(String prefix) {
        return SearchText.beginning(prefix, LONGEST_PREFIX);
    }
}
