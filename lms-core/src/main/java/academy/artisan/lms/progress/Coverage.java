package academy.artisan.lms.progress;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Which whole seconds of a lesson were seen. One bit a second in Redis, ranges in PostgreSQL. */
public record Coverage(List<Range> ranges) {

    /** The seconds from {@code from} (inclusive) to {@code to} (exclusive). */
    public record Range(int from, int to) {

        int seconds() {
            return to - from;
        }
    }

    private static final Pattern RANGE = Pattern.compile("\\[(\\d+),(\\d+)\\)");

    public static final Coverage NONE = new Coverage(List.of());

    public Coverage {
        ranges = List.copyOf(ranges);
    }

    public int seconds() {
        var seconds = 0;
        for (var range : ranges) {
            seconds += range.seconds();
        }
        return seconds;
    }

    public boolean contains(int from, int to) {
        for (var range : ranges) {
            if (range.from() <= from && to <= range.to()) {
                return true;
            }
        }
        return false;
    }

    /** What any of these ranges holds; they may overlap, and be empty. */
    public static Coverage of(List<Range> ranges) {
        var sorted = new ArrayList<>(ranges);
        sorted.sort(Comparator.comparingInt(Range::from));
        var merged = new ArrayList<Range>(ranges.size());
        for (var range : sorted) {
            if (!merged.isEmpty() && range.from() <= merged.getLast().to()) {
                var last = merged.removeLast();
                merged.add(new Range(last.from(), Math.max(last.to(), range.to())));
            } else if (range.seconds() > 0) {
                merged.add(range);
            }
        }
        return new Coverage(merged);
    }

    /** Reads a Redis bitmap: the most significant bit of the first byte is second 0. */
    public static Coverage ofBitmap(byte[] bitmap) {
        var ranges = new ArrayList<Range>();
        var from = -1;
        for (var second = 0; second < bitmap.length * 8; second++) {
            var eight = bitmap[second / 8];
            if (second % 8 == 0 && eight == (from < 0 ? 0 : -1)) {
                second += 7; // all as before
                continue;
            }
            var isSeen = (eight & (0x80 >> (second % 8))) != 0;
            if (isSeen && from < 0) {
                from = second;
            } else if (!isSeen && from >= 0) {
                ranges.add(new Range(from, second));
                from = -1;
            }
        }
        if (from >= 0) {
            ranges.add(new Range(from, bitmap.length * 8));
        }
        return new Coverage(ranges);
    }

    public byte[] toBitmap() {
        var length = ranges.isEmpty() ? 0 : ranges.getLast().to();
        var bitmap = new byte[Math.ceilDiv(length, 8)];
        for (var range : ranges) {
            for (var bit = range.from(); bit < range.to(); bit++) {
                bitmap[bit / 8] |= (byte) (0x80 >> (bit % 8));
            }
        }
        return bitmap;
    }

    /** As PostgreSQL writes an {@code int4multirange}: <code>{[0,40),[60,75)}</code>. */
    public String toMultirange() {
        var text = new StringBuilder("{");
        for (var range : ranges) {
            text.append(text.length() > 1 ? "," : "")
                    .append('[')
                    .append(range.from())
                    .append(',')
                    .append(range.to())
                    .append(')');
        }
        return text.append('}').toString();
    }

    /** Reads what {@link #toMultirange} writes. */
    public static Coverage ofMultirange(String multirange) {
        return new Coverage(RANGE.matcher(multirange)
                .results()
                .map(range -> new Range(Integer.parseInt(range.group(1)), Integer.parseInt(range.group(2))))
                .toList());
    }
}
