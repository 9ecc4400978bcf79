package academy.artisan.lms.media.transcode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Chooses the renditions: never above the source, and at least two for anything of 360 lines or more.
 *
 * @param lines of the renditions that are wanted, from the highest down
 */
record Ladder(List<Integer> lines) {

    /** Another than before when renditions of the same sizes are made in a better way. */
    private static final int MAKING = 2;

    private static final int MOST_LINES = 4320;
    private static final int FEWEST_LINES = 144;
    private static final int LOWEST = 240;
    private static final int NEEDS_LOWEST_BELOW = 540;
    /** When the next rung would lose more than a fifth of the lines, the source's own size is a rung too. */
    private static final double CLOSE_ENOUGH = 0.8;

    Ladder {
        lines = lines.stream().distinct().sorted(Comparator.reverseOrder()).toList();
        if (lines.isEmpty() || lines.getFirst() > MOST_LINES || lines.getLast() < FEWEST_LINES) {
            throw new IllegalArgumentException("lms.media.ladder has to name heights between %d and %d lines, not %s"
                    .formatted(FEWEST_LINES, MOST_LINES, lines));
        }
    }

    /** Tells later what was made by an older one. */
    String name() {
        return lines.stream().map(String::valueOf).collect(Collectors.joining(",")) + " v" + MAKING;
    }

    List<Rung> rungs(int width, int height) {
        var sourceLines = Rung.even(Math.min(width, height));
        var fitting = new ArrayList<>(
                lines.stream().filter(rung -> rung <= sourceLines).toList());
        if (sourceLines < NEEDS_LOWEST_BELOW && sourceLines >= LOWEST) {
            fitting.add(LOWEST);
        }
        var top = fitting.isEmpty() ? 0 : fitting.getFirst();
        if (sourceLines < lines.getFirst() && top < sourceLines * CLOSE_ENOUGH) {
            fitting.add(sourceLines);
        }
        return fitting.stream()
                .distinct()
                .sorted(Comparator.reverseOrder())
                .map(rung -> rung(rung, width, height))
                .toList();
    }

    private static Rung rung(int lines, int width, int height) {
        var scale = lines / (double) Math.min(width, height);
        return width < height
                ? new Rung(lines, lines, Rung.even(height * scale))
                : new Rung(lines, Rung.even(width * scale), lines);
    }
}
