package academy.artisan.lms.search.query;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import academy.artisan.lms.search.text.SearchText;

/**
 * What a typed text may mean.
 *
 * @param text in plain form, see {@link SearchText#plain}
 * @param variants the text with one of its words replaced by a synonym
 * @param runs the text in pieces, each all Chinese characters or all letters and digits
 */
record Meaning(String text, List<String> variants, List<String> runs) {

    private static final Pattern RUN = Pattern.compile("\\p{IsHan}+|[\\p{L}\\p{N}&&[^\\p{IsHan}]]+");
    private static final int MOST_RUNS = 6;

    /** Longer texts are not taken whole: each word is asked for in several fields, and Elasticsearch takes so many. */
    private static final int LONGEST = 64;

    /** Nobody means something else by every word of a whole sentence. */
    private static final int LONGEST_WITH_VARIANTS = 16;

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}+");

    static Meaning of(String typed, Synonyms synonyms) {
        var plain = SearchText.beginning(SearchText.plain(typed), LONGEST);
        return new Meaning(
                plain,
                plain.length() <= LONGEST_WITH_VARIANTS ? synonyms.variants(plain) : List.of(),
                RUN.matcher(plain).results().map(MatchResult::group).toList());
    }

    static boolean isHan(String run) {
        return HAN.matcher(run).matches();
    }

    boolean hasHan() {
        return runs.stream().anyMatch(Meaning::isHan);
    }

    /** A few characters and letters together, of which the letters may be the sound of other characters. */
    boolean isMixed() {
        return runs.size() <= MOST_RUNS && hasHan() && !runs.stream().allMatch(Meaning::isHan);
    }
}
