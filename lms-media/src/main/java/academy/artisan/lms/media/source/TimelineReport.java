package academy.artisan.lms.media.source;

import java.util.OptionalDouble;
import java.util.Set;
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
    /** Containers in which times may jump; ffmpeg closes the gaps when it decodes them, and in no others. */
    private static final Set<String> JUMPING = Set.of("mpegts", "mpeg", "ogg");
    /** Containers that count milliseconds put a frame half of one beside its place. */
    private static final double ROUNDING = 0.002;
    /** The last of a coder's blocks of samples may be filled up. */
    private static final double LONGEST_BLOCK = 0.5;

    private final String pictureStream;
    private final @Nullable String soundStream;
    private final boolean mayJump;
    private final double start;
    private final double announced;
    private final double framesPerSecond;
    private final Groups groups = new Groups();
    private final Stretch shown = new Stretch();
    private final Stretch heard = new Stretch();
    private int pictures;
    private long pictureBytes;
    private boolean isSteady = true;

    TimelineReport(Source source) {
        this.pictureStream = Integer.toString(source.videoStream());
        this.soundStream = source.audioStream() == null ? null : Integer.toString(source.audioStream());
        this.mayJump = JUMPING.contains(source.container());
        this.start = source.startTime().toNanos() / 1e9;
        this.announced = source.length().toNanos() / 1e9;
        this.framesPerSecond = source.frameRate().perSecond();
    }

    @Override
    public void accept(String line) {
        var fields = SEPARATOR.split(line);
        var stream = field(fields, "stream_index=");
        var time = seconds(field(fields, "pts_time="));
        var flags = field(fields, "flags=");
        if (time.isEmpty() || flags.contains("D")) {
            isSteady &= !pictureStream.equals(stream);
            return;
        }
        var from = time.getAsDouble() - start;
        var lasting = seconds(field(fields, "duration_time=")).orElse(0);
        if (pictureStream.equals(stream)) {
            picture(from, lasting, flags.startsWith("K"));
            pictureBytes += (long) seconds(field(fields, "size=")).orElse(0);
        } else if (stream.equals(soundStream)) {
            heard.add(from, lasting);
        }
    }

    private void picture(double from, double lasting, boolean isKey) {
        var usual = 1 / framesPerSecond;
        groups.add(from, isKey);
        isSteady &= lasting == 0 || Math.abs(lasting - usual) <= ROUNDING;
        pictures++;
        shown.add(from, lasting == 0 ? usual : lasting);
    }

    Timeline timeline() {
        if (mayJump && (shown.jumps() || heard.jumps())) {
            var keyFrames = groups.until(shown.sum());
            return new Timeline(pictures, 0, shown.sum(), pictureBytes, false, keyFrames, heard.sum(), false);
        }
        var isWithoutGaps = Math.abs((shown.to() - shown.from()) * framesPerSecond - pictures) < 0.5;
        return new Timeline(
                pictures,
                shown.from(),
                shown.to(),
                pictureBytes,
                isSteady && isWithoutGaps,
                groups.until(shown.to()),
                withoutFilling(heard.to()),
                true);
    }

    private double withoutFilling(double soundTo) {
        return soundTo - announced < LONGEST_BLOCK ? Math.min(soundTo, Math.max(announced, shown.to())) : soundTo;
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
