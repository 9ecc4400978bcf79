package academy.artisan.lms.search.judged;

import java.util.Comparator;
import java.util.List;

/**
 * The normalised discounted cumulative gain of the first ten: a course of grade g gains 2^g - 1, divided by the binary
 * logarithm of its rank plus one; the sum is compared with that of the best order of all courses.
 */
public final class RankingGain {

    private static final int RANKS = 10;

    private RankingGain() {}

    /** From 0 to 1, for the grades of what was found, in order, and those of all that could have been. */
    public static double of(List<Integer> found, List<Integer> all) {
        double best = cumulated(all.stream().sorted(Comparator.reverseOrder()).toList());
        return best == 0 ? 0 : cumulated(found) / best;
    }

    private static double cumulated(List<Integer> grades) {
        double sum = 0;
        for (int rank = 1; rank <= Math.min(RANKS, grades.size()); rank++) {
            sum += gain(grades.get(rank - 1)) * Math.log(2) / Math.log(rank + 1.0);
        }
        return sum;
    }

    private static int gain(int grade) {
        return (1 << grade) - 1;
    }
}
