package academy.artisan.lms.progress;

import java.util.ArrayList;
import java.util.BitSet;
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

    static final Coverage NONE = new Coverage(List.of());

    public Coverage {
        ranges = List.copyOf(ranges);
    }

    public int seconds() {
        return ranges.stream().mapToInt(Range::seconds).sum();
    }

    /** What any of these ranges holds; they may overlap, and be empty. */
    static Coverage of(List<Range> ranges) {
        var merged = new ArrayList<Range>(ranges.size());
        for (var range :
                ranges.stream().sorted(Comparator.comparingInt(Range::from)).toList()) {
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
    static Coverage ofBitmap(byte[] bitmap) {
        var reversed = new byte[bitmap.length];
        for (var i = 0; i < bitmap.length; i++) {
            reversed[i] = (byte) (Integer.reverse(bitmap[i]) >>> 24);
        }
        var seconds = BitSet.valueOf(reversed);
        var ranges = new ArrayList<Range>();
        for (var from = seconds.nextSetBit(0); from >= 0; ) {
            var to = seconds.nextClearBit(from);
            ranges.add(new Range(from, to));
            from = seconds.nextSetBit(to);
        }
        return new Coverage(ranges);
    }

    byte[] toBitmap() {
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
