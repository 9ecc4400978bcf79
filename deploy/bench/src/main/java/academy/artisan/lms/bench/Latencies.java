package academy.artisan.lms.bench;

import java.util.Arrays;
import java.util.Locale;

/** How long things took, and what share of them took no longer than so much. */
public final class Latencies {

    private final long[] nanos;
    private int count;

    /** Room for that many. */
    public Latencies(int most) {
        this.nanos = new long[most];
    }

    public synchronized void add(long nanoseconds) {
        nanos[count++] = nanoseconds;
    }

    /** How many there were. */
    public synchronized int count() {
        return count;
    }

    /** In milliseconds. */
    public synchronized double percentile(double percent) {
        var sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        var index = Math.clamp((long) Math.ceil(count * percent / 100) - 1, 0, Math.max(0, count - 1));
        return sorted[index] / 1e6;
    }

    @Override
    public synchronized String toString() {
        return String.format(
                Locale.ROOT,
                "%6d times   p50 %6.2f ms   p95 %6.2f ms   p99 %6.2f ms   max %7.2f ms",
                count,
                percentile(50),
                percentile(95),
                percentile(99),
                percentile(100));
    }
}
