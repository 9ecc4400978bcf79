package academy.artisan.lms.search;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;

/**
 * How a typed text finds courses. Each way of finding adds to the score: words, pairs of characters (which survive a
 * wrong character), the title as it stands, and pinyin or initials (which survive a wrong character that sounds the
 * same and, within limits, a slip on the keyboard).
 */
final class CourseMatching {

    /** Longer prefixes are not in the index. */
    private static final int LONGEST_PREFIX = 32;

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    private CourseMatching() {}

    static Query matching(String text) {
        return anyOf(Stream.concat(Stream.of(inWords(text), inPairs(text), inTitle(text, 6)), soundingLike(text)));
    }

    /** Titles that begin like this rank above titles that have it further on. */
    static Query beginningWith(String text) {
        var byCharacters = Stream.of(beginning("title.prefixes", text, 30), inTitle(text, 3));
        return anyOf(Stream.concat(
                byCharacters, isHeardIn(text) ? bySound(Pinyin.of(text).whole()) : Stream.empty()));
    }

    /** What is shown as the reason of a match. */
    static Query highlighted(String text) {
        return Query.of(query -> query.multiMatch(
                match -> match.query(text).fields("title", "title.pairs", "summary", "summary.pairs")));
    }

    private static Query inWords(String text) {
        return inAnyOf(text, "2<75%", "title^4", "labels^2", "contents^2", "summary");
    }

    private static Query inPairs(String text) {
        return inAnyOf(text, "2<70%", "title.pairs^3", "labels.pairs^1.5", "contents.pairs^1.5", "summary.pairs^0.7");
    }

    private static Query inTitle(String text, float boost) {
        return Query.of(query -> query.matchPhrase(
                phrase -> phrase.field("title.pairs").query(text).boost(boost)));
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
        return Stream.of(
                exactly("pinyin.whole", pinyin),
                exactly("initials.whole", pinyin),
                beginning("pinyin", pinyin, 20),
                beginning("initials", pinyin, 15),
                beginning("pinyinOfParts", pinyin, 8),
                beginning("initialsOfParts", pinyin, 6));
    }

    private static Query exactly(String field, String value) {
        return Query.of(query -> query.constantScore(constant -> constant.boost(5f)
                .filter(filter -> filter.term(term -> term.field(field).value(value)))));
    }

    private static Query beginning(String field, String prefix, float score) {
        return Query.of(query -> query.constantScore(constant -> constant.boost(score)
                .filter(filter -> filter.match(match -> match.field(field).query(known(prefix))))));
    }

    private static Query misspelt(String pinyin) {
        return Query.of(query -> query.constantScore(constant -> constant.boost(2f)
                .filter(filter -> filter.fuzzy(fuzzy -> fuzzy.field("pinyinOfParts")
                        .value(known(pinyin))
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

    private static String known(String prefix) {
        return prefix.substring(0, Math.min(prefix.length(), LONGEST_PREFIX));
    }
}
