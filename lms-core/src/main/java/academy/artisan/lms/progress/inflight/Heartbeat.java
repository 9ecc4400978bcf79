package academy.artisan.lms.progress.inflight;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import academy.artisan.lms.progress.Coverage;
import academy.artisan.lms.support.InvalidFields;
import org.jspecify.annotations.Nullable;

/**
 * What a player reports.
 *
 * @param sequence counts up from 1 within a playback
 * @param position where the player is, in whole seconds
 * @param visible whether the page could be seen while that was watched
 * @param playedMillis how long the player has played in this playback, repeated seconds too; -1 if it does not say
 * @param claims the seconds said to be watched since the last durable heartbeat
 */
public record Heartbeat(long sequence, int position, boolean visible, long playedMillis, Coverage claims) {

    private static final double FASTEST_RATE = 16;
    private static final int MOST_INTERVALS = 500;
    private static final double LONGEST_PLAY_SECONDS = 1e9;

    /** A player's clock and the measured length may differ by this. */
    private static final double TOLERANCE_SECONDS = 1;

    /**
     * Checks what came over the wire and takes whole seconds from it: from 3.2 to 7.9 are the seconds 3, 4, 5 and 6, so
     * that intervals which touch neither overlap nor leave a gap.
     *
     * @param path where the report is in what was sent, for problems: empty, or {@code heartbeats[3].}
     * @throws InvalidFields naming the field that is out of range
     */
    public static Heartbeat of(HeartbeatReport report, int durationSeconds, String path) {
        require(
                report.sequence() >= 1 && report.sequence() <= Integer.MAX_VALUE,
                path + "sequence",
                "Range",
                "counts up from 1");
        require(
                isWithin(report.positionSeconds(), durationSeconds),
                path + "positionSeconds",
                "Range",
                "is outside of the lesson");
        require(
                report.rate() > 0 && report.rate() <= FASTEST_RATE,
                path + "rate",
                "Range",
                "is above 0 and at most 16");
        return new Heartbeat(
                report.sequence(),
                (int) Math.min(report.positionSeconds(), durationSeconds),
                report.visible() == null || report.visible(),
                played(report, path),
                claims(report.intervals(), durationSeconds, path));
    }

    private static long played(HeartbeatReport report, String path) {
        var seconds = report.playedSeconds();
        if (seconds == null) {
            return -1;
        }
        require(seconds >= 0 && seconds <= LONGEST_PLAY_SECONDS, path + "playedSeconds", "Range", "is 0 or more");
        return (long) (seconds * 1000);
    }

    private static Coverage claims(List<@Nullable List<Double>> intervals, int durationSeconds, String path) {
        require(intervals.size() <= MOST_INTERVALS, path + "intervals", "Size", "are at most 500");
        var claims = new ArrayList<Coverage.Range>(intervals.size());
        for (var i = 0; i < intervals.size(); i++) {
            claims.add(range(intervals.get(i), durationSeconds, path + "intervals[" + i + "]"));
        }
        return Coverage.of(claims);
    }

    private static Coverage.Range range(@Nullable List<Double> interval, int durationSeconds, String field) {
        if (interval == null || interval.size() != 2 || interval.get(0) == null || interval.get(1) == null) {
            throw new InvalidFields(field, "Pair", "is [from, to]");
        }
        var from = interval.get(0);
        var to = interval.get(1);
        require(
                isWithin(from, durationSeconds) && isWithin(to, durationSeconds),
                field,
                "Range",
                "is outside of the lesson");
        require(from <= to, field, "Order", "ends before it begins");
        return new Coverage.Range((int) Math.min(from, durationSeconds), (int) Math.min(to, durationSeconds));
    }

    /** False for NaN, too. */
    private static boolean isWithin(double second, int durationSeconds) {
        return second >= 0 && second <= durationSeconds + TOLERANCE_SECONDS;
    }

    /**
     * What was reported later than it happened, as one heartbeat; or, where it matters, as one for what was watched
     * with the page in sight, which has the right to all time that passed, and one for the rest.
     */
    public static List<Heartbeat> merge(Collection<Heartbeat> reported, boolean isSightAsked) {
        if (!isSightAsked) {
            return List.of(united(List.copyOf(reported)));
        }
        return Stream.<Predicate<Heartbeat>>of(Heartbeat::visible, beat -> !beat.visible())
                .map(wanted -> reported.stream().filter(wanted).toList())
                .filter(beats -> !beats.isEmpty())
                .map(Heartbeat::united)
                .toList();
    }

    private static Heartbeat united(List<Heartbeat> beats) {
        var newest = beats.stream()
                .max(Comparator.comparingLong(Heartbeat::sequence))
                .orElseThrow();
        return new Heartbeat(
                newest.sequence(),
                newest.position(),
                newest.visible(),
                beats.stream().mapToLong(Heartbeat::playedMillis).max().orElse(-1),
                Coverage.of(beats.stream()
                        .flatMap(beat -> beat.claims().ranges().stream())
                        .toList()));
    }

    private static void require(boolean condition, String field, String rule, String message) {
        if (!condition) {
            throw new InvalidFields(field, rule, message);
        }
    }
}
