package academy.artisan.lms.search.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import academy.artisan.lms.search.text.SearchText;

/**
 * Words that mean the same in the trades. A line names some of them, each of which may stand for any other; or it says
 * in one direction what may be meant: {@code 氩弧 => 氩弧焊, 钨极氩弧焊}. Empty lines and those with {@code #} are passed over.
 */
final class Synonyms {

    static final Synonyms NONE = new Synonyms(Map.of());

    /** More of them would be asked of Elasticsearch each time, and no line needs more. */
    private static final int MOST_WORDS = 20;

    private static final int LONGEST_WORD = 40;
    private static final int MOST_VARIANTS = 6;

    private final Map<String, Set<String>> meanings;
    private final int longest;

    private Synonyms(Map<String, Set<String>> meanings) {
        this.meanings = meanings;
        this.longest = meanings.keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    /** A line that cannot be understood. */
    static final class UnclearLine extends IllegalArgumentException {

        private static final long serialVersionUID = 1L;

        private UnclearLine(int number, String why) {
            super("Line %d %s".formatted(number, why));
        }
    }

    static Synonyms of(List<String> lines) {
        var meanings = new HashMap<String, Set<String>>();
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                read(line, i + 1, meanings);
            }
        }
        return new Synonyms(meanings);
    }

    private static void read(String line, int number, Map<String, Set<String>> meanings) {
        var sides = line.split("=>", -1);
        if (sides.length > 2) {
            throw new UnclearLine(number, "has more than one =>");
        }
        var from = words(sides[0], number);
        var to = words(sides[sides.length - 1], number);
        if (sides.length == 1 && from.size() == 1) {
            throw new UnclearLine(number, "names one word alone");
        }
        for (var word : from) {
            var others = meanings.computeIfAbsent(word, any -> new LinkedHashSet<>());
            to.stream().filter(other -> !other.equals(word)).forEach(others::add);
        }
    }

    private static List<String> words(String side, int number) {
        var words = Arrays.stream(side.split("[,，]", -1))
                .map(word -> SearchText.plain(word).strip())
                .distinct()
                .toList();
        if (words.size() > MOST_WORDS) {
            throw new UnclearLine(number, "names more than %d words".formatted(MOST_WORDS));
        }
        for (var word : words) {
            if (word.isEmpty() || word.length() > LONGEST_WORD) {
                throw new UnclearLine(number, "has a word that is empty or longer than %d".formatted(LONGEST_WORD));
            }
        }
        return words;
    }

    /** How many words have synonyms. */
    int size() {
        return meanings.size();
    }

    /** What else may be meant: the plain text with one of its words replaced, a few of these. */
    List<String> variants(String plain) {
        var variants = new ArrayList<String>();
        for (var at = 0; at < plain.length(); ) {
            var word = wordAt(plain, at);
            var before = plain.substring(0, at);
            var after = plain.substring(at + word.length());
            meanings.getOrDefault(word, Set.of()).stream()
                    // 焊接 also means 电焊: but not where it says 电焊 already
                    .filter(meaning -> !plain.contains(meaning))
                    .forEach(meaning -> variants.add(before + meaning + after));
            at += Math.max(1, word.length());
        }
        return variants.stream().distinct().limit(MOST_VARIANTS).toList();
    }

    /** The longest word that begins there; empty if none does. */
    private String wordAt(String text, int at) {
        for (var end = Math.min(text.length(), at + longest); end > at; end--) {
            var word = text.substring(at, end);
            if (meanings.containsKey(word) && isApart(text, at) && isApart(text, end)) {
                return word;
            }
        }
        return "";
    }

    /** No Latin word or number goes on over this place. */
    private static boolean isApart(String text, int at) {
        return at == 0 || at == text.length() || !isLatin(text.charAt(at - 1)) || !isLatin(text.charAt(at));
    }

    private static boolean isLatin(char character) {
        return character < 0x250 && Character.isLetterOrDigit(character);
    }
}
