package academy.artisan.lms.media.transcode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Chooses the renditions: never above the source, and at least two for anything of 360 lines or more. */
final class Ladder {

    private static final int HIGHEST = 1080;
    private static final int LOWEST = 240;
    private static final int NEEDS_LOWEST_BELOW = 540;
    /** When the next rung would lose more than a fifth of the lines, the source's own size is a rung too. */
    private static final double CLOSE_ENOUGH = 0.8;

    private Ladder() {}

    static List<Rung> of(int width, int height) {
        var sourceLines = Rung.even(Math.min(width, height));
        var lines = new ArrayList<>(IntStream.of(1080, 720, 540, 360)
                .filter(rung -> rung <= sourceLines)
                .boxed()
                .toList());
        if (sourceLines < NEEDS_LOWEST_BELOW && sourceLines >= LOWEST) {
            lines.add(LOWEST);
        }
        var top = lines.isEmpty() ? 0 : lines.getFirst();
        if (sourceLines < HIGHEST && top < sourceLines * CLOSE_ENOUGH) {
            lines.add(sourceLines);
        }
        return lines.stream()
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
