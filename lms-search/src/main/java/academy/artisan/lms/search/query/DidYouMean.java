package academy.artisan.lms.search.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import academy.artisan.lms.search.text.Pinyin;
import academy.artisan.lms.search.text.SearchText;

/**
 * What somebody may have meant who typed what stands nowhere: a piece of what was found that sounds almost the same,
 * such as 焊接机器人 for 焊接机气人 or for {@code hanjiejiqirne}.
 */
final class DidYouMean {

    private static final Pattern PIECE = Pattern.compile("\\p{IsHan}|[\\p{L}\\p{N}&&[^\\p{IsHan}]]+");
    private static final int LONGEST = 40;
    private static final int SHORTEST = 4;
    private static final int LETTERS_A_SLIP = 5;
    private static final int CHARACTERS_FOR_A_SLIP = 4;
    private static final int MOST_SLIPS = 2;

    private DidYouMean() {}

    /** @param found texts of what was found, the best first */
    static Optional<String> of(String typed, Collection<String> found) {
        var plain = SearchText.plain(typed);
        var sound = Pinyin.of(typed).whole();
        if (sound.length() < SHORTEST
                || sound.length() > LONGEST
                || found.stream().map(SearchText::plain).anyMatch(text -> text.contains(plain))) {
            return Optional.empty();
        }
        var slips = slips(plain, sound);
        return found.stream()
                .distinct()
                .flatMap(text -> candidates(text, sound))
                .filter(candidate -> candidate.distance() <= slips)
                .min(Comparator.comparingInt(Candidate::distance))
                .map(Candidate::piece);
    }

    /** One character too many sound almost like; and letters between characters may be initials. */
    private static int slips(String plain, String sound) {
        var parts = PIECE.matcher(plain).results().map(MatchResult::group).toList();
        var characters = parts.stream().filter(Meaning::isHan).count();
        if (characters == 0) {
            return Math.min(MOST_SLIPS, sound.length() / LETTERS_A_SLIP);
        }
        return characters == parts.size() && characters >= CHARACTERS_FOR_A_SLIP ? 1 : 0;
    }

    private record Candidate(String piece, int distance) {}

    /** All stretches of whole characters and whole words that take about as many letters. */
    private static Stream<Candidate> candidates(String text, String sound) {
        var parts = PIECE.matcher(text).results().toList();
        var syllables = Pinyin.of(text).syllables();
        return parts.size() == syllables.size()
                ? IntStream.range(0, parts.size())
                        .boxed()
                        .flatMap(from -> beginningAt(from, text, parts, syllables, sound))
                : Stream.empty();
    }

    private static Stream<Candidate> beginningAt(
            int from, String text, List<MatchResult> parts, List<String> syllables, String sound) {
        var candidates = new ArrayList<Candidate>();
        var heard = new StringBuilder();
        for (var to = from; to < parts.size() && heard.length() <= sound.length() + MOST_SLIPS; to++) {
            heard.append(syllables.get(to));
            var piece = text.substring(parts.get(from).start(), parts.get(to).end());
            if (piece.length() > 1) {
                candidates.add(new Candidate(piece, distance(sound, heard.toString())));
            }
        }
        return candidates.stream();
    }

    /** How many letters have to be put in, left out, changed or swapped with their neighbour. */
    private static int distance(String one, String other) {
        if (Math.abs(one.length() - other.length()) > MOST_SLIPS) {
            return Integer.MAX_VALUE;
        }
        var costs = new int[one.length() + 1][other.length() + 1];
        for (var i = 0; i <= one.length(); i++) {
            for (var j = 0; j <= other.length(); j++) {
                costs[i][j] = i == 0 || j == 0 ? i + j : cost(costs, one, other, i, j);
            }
        }
        return costs[one.length()][other.length()];
    }

    private static int cost(int[][] costs, String one, String other, int i, int j) {
        var changed = costs[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        var cost = Math.min(changed, 1 + Math.min(costs[i - 1][j], costs[i][j - 1]));
        var isSwapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return isSwapped ? Math.min(cost, costs[i - 2][j - 2] + 1) : cost;
    }
}
