package academy.artisan.lms.media.transcode;

import java.util.Locale;
import java.util.function.Consumer;

/**
 * Evens how loud videos are, by EBU R 128: the loudness of the whole is measured first, so that one gain fits all of it
 * and nothing pumps; peaks that it lifts too high are limited.
 *
 * @param integrated in LUFS; what is silent has about -70
 */
record Loudness(double integrated) {

    /** What phones and laptops play well; speech on the web is usually made so. */
    private static final double TARGET = -16;

    private static final double LARGEST_GAIN = 20;
    /** Below that there is nothing to hear, and nothing to lift. */
    private static final double SILENCE = -50;

    private static final String KEY = "lavfi.r128.I";

    static final String STEREO = "aformat=channel_layouts=stereo";
    /** What begins late or drops out is silent there, and what follows is heard in its time. */
    private static final String IN_TIME = "aresample=async=1:first_pts=0";

    /** The filter whose lines {@link Meter} reads. */
    static final String MEASURE =
            STEREO + ",ebur128=metadata=1:framelog=quiet,ametadata=mode=print:key=" + KEY + ":file=-";

    double gain() {
        return integrated < SILENCE ? 0 : Math.clamp(TARGET - integrated, -LARGEST_GAIN, LARGEST_GAIN);
    }

    String filter() {
        return String.format(
                Locale.ROOT,
                "%s,%s,volume=%.2fdB,alimiter=limit=0.84:level=disabled:latency=1",
                IN_TIME,
                STEREO,
                gain());
    }

    /** Reads what the filter prints; the last line counts. */
    static final class Meter implements Consumer<String> {

        private double last = Double.NEGATIVE_INFINITY;

        @Override
        public void accept(String line) {
            if (line.startsWith(KEY + "=")) {
                var text = line.substring(KEY.length() + 1);
                last = text.matches("-?\\d+(\\.\\d+)?") ? Double.parseDouble(text) : Double.NEGATIVE_INFINITY;
            }
        }

        Loudness loudness() {
            return new Loudness(last);
        }
    }
}
