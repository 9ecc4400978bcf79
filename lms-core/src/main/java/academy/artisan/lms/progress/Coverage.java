package academy.artisan.lms.progress;

import java.util.ArrayList;
import java.util.BitSet;
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

    /** Reads a Redis bitmap: the most significant bit of the first byte is second 0. */
    static Coverage ofBitmap(byte[] bitmap) {
        var seconds = new BitSet(bitmap.length * 8);
        for (var bit = 0; bit < bitmap.length * 8; bit++) {
            if ((bitmap[bit / 8] & (0x80 >> (bit % 8))) != 0) {
                seconds.set(bit);
            }
        }
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
    String toMultirange() {
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

    static Coverage ofMultirange(String multirange) {
        return new Coverage(RANGE.matcher(multirange)
                .results()
                .map(range -> new Range(Integer.parseInt(range.group(1)), Integer.parseInt(range.group(2))))
                .toList());
    }
}
