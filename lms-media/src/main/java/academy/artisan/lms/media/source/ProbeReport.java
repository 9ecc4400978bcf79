package academy.artisan.lms.media.source;

import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what ffprobe says about a file. */
final class ProbeReport {

    private static final Set<String> FIELDS_OF_LINES = Set.of("tt", "bb", "tb", "bt");
    /** What ffmpeg says where it knows no level. */
    private static final int NO_LEVEL = -99;

    private final JsonNode report;

    private ProbeReport(JsonNode report) {
        this.report = report;
    }

    static ProbeReport of(JsonMapper json, String text) {
        return new ProbeReport(json.readTree(text));
    }

    /** Whether there is a stream of pictures of a known size. */
    boolean hasPicture() {
        return video().isPresent();
    }

    Source source(VideoLimits limits) throws UnusableVideo {
        var video = video().orElseThrow(this::noPicture);
        var fitness = new Fitness(video, report.path("packets"), Prober.PACKETS);
        if (fitness.isEncrypted()) {
            throw new UnusableVideo(Failure.ENCRYPTED, "encrypted");
        }
        if (!video.has("codec_name")) {
            throw new UnusableVideo(Failure.NOT_DECODABLE, "unknown video codec");
        }
        var picture = picture(video);
        requireSize(picture, pixels(video), limits);
        if (fitness.isStill()) {
            throw new UnusableVideo(Failure.STILL_PICTURE, "one frame");
        }
        var format = report.path("format");
        var container = word(format, "format_name").split(",", 2)[0];
        return new Source(container, picture, sound(), length(format, video, limits), start(format));
    }

    private Optional<JsonNode> video() {
        return streams("video")
                .filter(stream -> !is(stream, "attached_pic"))
                .filter(stream -> stream.path("width").asInt(0) > 0)
                .max(preferring(ProbeReport::pixels));
    }

    private UnusableVideo noPicture() {
        if (streams("video").anyMatch(stream -> !is(stream, "attached_pic"))) {
            return new UnusableVideo(Failure.NOT_DECODABLE, "pictures of unknown size");
        }
        return report.path("streams").isEmpty()
                ? new UnusableVideo(Failure.NOT_A_VIDEO, "no stream")
                : new UnusableVideo(Failure.NO_PICTURE, "no video stream");
    }

    private static void requireSize(Picture shown, long pixels, VideoLimits limits) throws UnusableVideo {
        if (shown.width() < 1 || shown.height() < 1) {
            throw new UnusableVideo(Failure.NOT_DECODABLE, "shown as nothing");
        }
        var longerSide = Math.max(shown.width(), shown.height());
        if (pixels > limits.pixels() || longerSide > VideoLimits.LONGEST_SIDE) {
            throw new UnusableVideo(
                    Failure.PICTURE_TOO_LARGE,
                    "%d pixels, shown as %d x %d".formatted(pixels, shown.width(), shown.height()));
        }
    }

    private static Duration length(JsonNode format, JsonNode video, VideoLimits limits) throws UnusableVideo {
        var length = length(format).or(() -> length(video)).orElse(Duration.ZERO);
        var longest = limits.length().toSeconds();
        if (length.compareTo(limits.length()) > 0 || secondsOfFrames(video) > longest) {
            throw new UnusableVideo(Failure.TOO_LONG, length.toString());
        }
        return length;
    }

    /** How long all frames take together, where the file counts them; the head of a file can say less. */
    private static double secondsOfFrames(JsonNode video) {
        var frames = word(video, "nb_frames");
        var rate = FrameRate.parse(word(video, "avg_frame_rate"));
        return frames.matches("\\d{1,12}") ? Long.parseLong(frames) / rate.perSecond() : 0;
    }

    private static Picture picture(JsonNode video) {
        var width = (int) Math.round(video.path("width").asInt() * pixelShape(video));
        var height = video.path("height").asInt();
        var rotation = rotation(video);
        var turned = rotation % 180 == 90;
        return new Picture(
                video.path("index").asInt(),
                coding(video),
                turned ? height : width,
                turned ? width : height,
                rotation,
                pixelShape(video) == 1,
                frameRate(video),
                isConstant(video),
                FIELDS_OF_LINES.contains(word(video, "field_order")),
                word(video, "color_transfer"),
                start(video));
    }

    private static Coding coding(JsonNode video) {
        return new Coding(
                word(video, "codec_name"),
                word(video, "profile"),
                video.path("level").asInt(NO_LEVEL),
                word(video, "pix_fmt"),
                bitsPerSecond(video));
    }

    private @Nullable Sound sound() {
        return streams("audio")
                .filter(stream -> stream.has("codec_name"))
                .filter(stream -> stream.path("channels").asInt(0) > 0)
                .max(preferring(stream -> stream.path("channels").asLong()))
                .map(ProbeReport::sound)
                .orElse(null);
    }

    private static Sound sound(JsonNode audio) {
        return new Sound(
                audio.path("index").asInt(),
                word(audio, "codec_name"),
                word(audio, "profile"),
                audio.path("channels").asInt(),
                word(audio, "channel_layout"),
                audio.path("sample_rate").asInt(0),
                bitsPerSecond(audio),
                start(audio));
    }

    private Stream<JsonNode> streams(String kind) {
        return report.path("streams").valueStream().filter(stream -> kind.equals(word(stream, "codec_type")));
    }

    /** The one that players choose by themselves, then the one with most, then the first. */
    private static Comparator<JsonNode> preferring(ToLongFunction<JsonNode> most) {
        return Comparator.<JsonNode, Boolean>comparing(stream -> is(stream, "default"))
                .thenComparingLong(most)
                .thenComparing(stream -> stream.path("index").asInt(), Comparator.reverseOrder());
    }

    private static long pixels(JsonNode video) {
        return video.path("width").asLong() * video.path("height").asLong();
    }

    private static boolean is(JsonNode stream, String disposition) {
        return stream.path("disposition").path(disposition).asInt(0) == 1;
    }

    private static String word(JsonNode stream, String field) {
        return stream.path(field).asString("");
    }

    private static @Nullable Long bitsPerSecond(JsonNode stream) {
        var text = word(stream, "bit_rate");
        return text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
    }

    private static Optional<Duration> length(JsonNode owner) {
        return seconds(word(owner, "duration")).filter(Duration::isPositive);
    }

    private static Duration start(JsonNode owner) {
        return seconds(word(owner, "start_time")).orElse(Duration.ZERO);
    }

    private static Optional<Duration> seconds(String text) {
        return Stream.of(text)
                .filter(number -> number.matches("-?\\d{1,12}(\\.\\d+)?"))
                .map(number -> Duration.ofMillis(Math.round(Double.parseDouble(number) * 1000)))
                .findFirst();
    }

    private static FrameRate frameRate(JsonNode video) {
        var average = video.path("avg_frame_rate").asString("0/0");
        return FrameRate.parse(
                average.startsWith("0/") ? video.path("r_frame_rate").asString("0/0") : average);
    }

    /** The rate at which all times can be told exactly is that of the frames themselves. */
    private static boolean isConstant(JsonNode video) {
        var average = word(video, "avg_frame_rate");
        return average.matches("[1-9]\\d*/[1-9]\\d*") && average.equals(word(video, "r_frame_rate"));
    }

    /** How wide a pixel is for its height. */
    private static double pixelShape(JsonNode video) {
        var parts = word(video, "sample_aspect_ratio").split(":", 2);
        if (parts.length < 2 || !parts[0].matches("[1-9]\\d{0,8}") || !parts[1].matches("[1-9]\\d{0,8}")) {
            return 1;
        }
        return Double.parseDouble(parts[0]) / Double.parseDouble(parts[1]);
    }

    /** Clockwise, where ffprobe counts the other way round. */
    private static int rotation(JsonNode video) {
        var counterClockwise = video.path("side_data_list")
                .valueStream()
                .filter(data -> data.has("rotation"))
                .findFirst()
                .map(data -> data.path("rotation").asInt(0))
                .orElse(0);
        return Math.floorMod(-counterClockwise, 360);
    }
}
