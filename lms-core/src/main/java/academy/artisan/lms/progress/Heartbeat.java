package academy.artisan.lms.progress;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import academy.artisan.lms.support.InvalidFields;
import org.jspecify.annotations.Nullable;

/**
 * What a player reports.
 *
 * @param sequence counts up from 1 within a playback
 * @param position where the player is, in whole seconds
 * @param claims the seconds said to be watched since the last durable heartbeat
 */
record Heartbeat(long sequence, int position, Coverage claims) {

    private static final double FASTEST_RATE = 16;
    private static final int MOST_INTERVALS = 500;

    /** A player's clock and the measured length may differ by this. */
    private static final double TOLERANCE_SECONDS = 1;

    /**
     * Checks what came over the wire and takes whole seconds from it: from 3.2 to 7.9 are the seconds 3, 4, 5 and 6, so
     * that intervals which touch neither overlap nor leave a gap.
     *
     * @throws InvalidFields naming the field that is out of range
     */
    static Heartbeat of(
            long sequence, double position, double rate, List<@Nullable List<Double>> intervals, int durationSeconds) {
        require(sequence >= 1 && sequence <= Integer.MAX_VALUE, "sequence", "Range", "counts up from 1");
        require(isWithin(position, durationSeconds), "positionSeconds", "Range", "is outside of the lesson");
        require(rate > 0 && rate <= FASTEST_RATE, "rate", "Range", "is above 0 and at most 16");
        require(intervals.size() <= MOST_INTERVALS, "intervals", "Size", "are at most 500");
        var claims = new ArrayList<Coverage.Range>();
        for (var i = 0; i < intervals.size(); i++) {
            var interval = intervals.get(i);
            var field = "intervals[%d]".formatted(i);
            require(
                    interval != null
                            && interval.size() == 2
                            && interval.stream().noneMatch(Objects::isNull),
                    field,
                    "Pair",
                    "is [from, to]");
            claims.add(range(field, interval.get(0), interval.get(1), durationSeconds));
        }
        return new Heartbeat(sequence, Math.min((int) position, durationSeconds), merge(claims));
    }

    private static Coverage.Range range(String field, double from, double to, int durationSeconds) {
        require(
                isWithin(from, durationSeconds) && isWithin(to, durationSeconds),
                field,
                "Range",
                "is outside of the lesson");
        require(from <= to, field, "Order", "ends before it begins");
        return new Coverage.Range(Math.min((int) from, durationSeconds), Math.min((int) to, durationSeconds));
    }

    /** False for NaN, too. */
    private static boolean isWithin(double second, int durationSeconds) {
        return second >= 0 && second <= durationSeconds + TOLERANCE_SECONDS;
    }

    private static Coverage merge(List<Coverage.Range> ranges) {
        ranges.sort(Comparator.comparingInt(Coverage.Range::from));
        var merged = new ArrayList<Coverage.Range>();
        for (var range : ranges) {
            if (!merged.isEmpty() && range.from() <= merged.getLast().to()) {
                var last = merged.removeLast();
                merged.add(new Coverage.Range(last.from(), Math.max(last.to(), range.to())));
            } else if (range.seconds() > 0) {
                merged.add(range);
            }
        }
        return new Coverage(merged);
    }

    private static void require(boolean condition, String field, String rule, String message) {
        if (!condition) {
            throw new InvalidFields(field, rule, message);
        }
    }
}
