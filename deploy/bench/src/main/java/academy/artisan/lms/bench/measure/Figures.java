package academy.artisan.lms.bench.measure;

import java.util.Locale;

import academy.artisan.lms.bench.Latencies;

/**
 * How a round of requests went.
 *
 * @param refused those that were not answered with 200
 */
public record Figures(long answered, long refused, double seconds, Latencies latencies) {

    public double perSecond() {
        return answered / seconds;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%8.0f/s   %s", perSecond(), latencies);
    }
}
