package academy.artisan.lms.search.judged;

import java.util.List;
import java.util.SplittableRandom;

/** Choices that are the same each time, because what they are drawn from is. */
final class Chance {

    private Chance() {}

    static <T> T oneOf(List<T> all, SplittableRandom random) {
        return all.get(random.nextInt(all.size()));
    }

    static boolean inPercent(int percent, SplittableRandom random) {
        return random.nextInt(100) < percent;
    }
}
