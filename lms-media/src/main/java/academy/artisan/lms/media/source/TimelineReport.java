package academy.artisan.lms.media.source;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Reads the packets that ffprobe lists, one in a line of {@code key=value} fields. Those that are decoded only for
 * others, because somebody cut the video without coding it anew, are neither shown nor heard.
 */
final class TimelineReport implements Consumer<String> {

    /** What ffprobe has to show. */
    static final String WANTED = "packet=stream_index,pts_time,duration_time,size,flags";

    private static final Pattern SEPARATOR = Pattern.compile("\\|");
    /** Containers that count milliseconds put a frame half of one beside its place. */
    private static final double ROUNDING = 0.002;
    /** What times may be ahead of what was heard until then. */
    private static final double LONGEST_BREAK = 10;
    /** The last of a coder's blocks of samples may be filled up. */
    private static final double LONGEST_BLOCK = 0.5;

    private final String pictureStream;
    private final @Nullable String soundStream;
    private final double start;
    private final double announced;
    private final double framesPerSecond;
    private final List<Double> keyFrames = new ArrayList<>();
    private int pictures;
    private double picturesFrom = Double.POSITIVE_INFINITY;
    private double picturesTo;
    private long pictureBytes;
    private boolean isSteady = true;
    private boolean isClosed = true;
    private double soundFrom = Double.POSITIVE_INFINITY;
    private double soundTo;
    private double heard;

    TimelineReport(Source source) {
        this.pictureStream = Integer.toString(source.videoStream());
        this.soundStream = source.audioStream() == null ? null : Integer.toString(source.audioStream());
        this.start = source.startTime().toNanos() / 1e9;
        this.announced = source.length().toNanos() / 1e9;
        this.framesPerSecond = source.frameRate().perSecond();
    }

    @Override
    public void accept(String line) {
        var fields = SEPARATOR.split(line);
        var stream = field(fields, "stream_index=");
        var shown = seconds(field(fields, "pts_time="));
        if (shown.isEmpty()) {
            isSteady &= !pictureStream.equals(stream);
            return;
        }
        var from = shown.getAsDouble() - start;
        var lasting = seconds(field(fields, "duration_time=")).orElse(0);
        var flags = field(fields, "flags=");
        if (flags.contains("D")) {
            isSteady &= !pictureStream.equals(stream);
        } else if (pictureStream.equals(stream)) {
            picture(from, lasting, flags.startsWith("K"));
            pictureBytes += (long) seconds(field(fields, "size=")).orElse(0);
        } else if (stream.equals(soundStream)) {
            soundFrom = Math.min(soundFrom, from);
            soundTo = Math.max(soundTo, from + lasting);
            heard += lasting;
        }
    }

    /** They come in the order in which they are decoded. */
    private void picture(double from, double lasting, boolean isKey) {
        var usual = 1 / framesPerSecond;
        if (isKey) {
            keyFrames.add(from);
        } else if (!keyFrames.isEmpty() && from < keyFrames.getLast()) {
            isClosed = false;
        }
        isSteady &= lasting == 0 || Math.abs(lasting - usual) <= ROUNDING;
        pictures++;
        picturesFrom = Math.min(picturesFrom, from);
        picturesTo = Math.max(picturesTo, from + (lasting == 0 ? usual : lasting));
    }

    Timeline timeline() {
        var from = pictures == 0 ? 0 : picturesFrom;
        var isWithoutGaps = Math.abs((picturesTo - from) * framesPerSecond - pictures) < 0.5;
        return new Timeline(
                pictures,
                from,
                picturesTo,
                pictureBytes,
                isSteady && isWithoutGaps,
                isClosed,
                List.copyOf(keyFrames),
                soundTo - announced < LONGEST_BLOCK ? Math.min(soundTo, Math.max(announced, picturesTo)) : soundTo,
                heard == 0 || soundTo - soundFrom - heard <= LONGEST_BREAK);
    }

    private static String field(String[] fields, String key) {
        for (var field : fields) {
            if (field.startsWith(key)) {
                return field.substring(key.length());
            }
        }
        return "";
    }

    private static OptionalDouble seconds(String text) {
        return text.matches("-?\\d{1,12}(\\.\\d+)?")
                ? OptionalDouble.of(Double.parseDouble(text))
                : OptionalDouble.empty();
    }
}
