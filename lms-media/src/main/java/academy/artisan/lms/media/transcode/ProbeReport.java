package academy.artisan.lms.media.transcode;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what ffprobe says about a file. */
final class ProbeReport {

    private static final Set<String> FIELDS_OF_LINES = Set.of("tt", "bb", "tb", "bt");

    private final JsonNode report;

    private ProbeReport(JsonNode report) {
        this.report = report;
    }

    static Source read(JsonMapper json, String text) throws UnusableVideo {
        return new ProbeReport(json.readTree(text)).source();
    }

    private Source source() throws UnusableVideo {
        var video = streams("video")
                .filter(stream ->
                        stream.path("disposition").path("attached_pic").asInt(0) == 0)
                .filter(stream -> stream.path("width").asInt(0) > 0)
                .findFirst()
                .orElseThrow(() -> new UnusableVideo(Failure.NOT_A_VIDEO, "no video stream"));
        if (!video.has("codec_name")) {
            throw new UnusableVideo(Failure.NOT_DECODABLE, "unknown video codec");
        }
        var length = seconds(report.path("format"))
                .or(() -> seconds(video))
                .orElseThrow(() -> new UnusableVideo(Failure.NO_DURATION, "no duration"));
        var width = (int) Math.round(video.path("width").asInt() * pixelShape(video));
        var height = video.path("height").asInt();
        var turned = Math.floorMod(rotation(video), 180) == 90;
        return new Source(
                video.path("index").asInt(),
                streams("audio")
                        .filter(stream -> stream.has("codec_name"))
                        .findFirst()
                        .map(stream -> stream.path("index").asInt())
                        .orElse(null),
                turned ? height : width,
                turned ? width : height,
                frameRate(video),
                FIELDS_OF_LINES.contains(video.path("field_order").asString("")),
                length);
    }

    private Stream<JsonNode> streams(String kind) {
        return report.path("streams")
                .valueStream()
                .filter(stream -> kind.equals(stream.path("codec_type").asString("")));
    }

    private static Optional<Duration> seconds(JsonNode owner) {
        return Stream.of(owner.path("duration").asString(""))
                .filter(text -> text.matches("\\d+(\\.\\d+)?"))
                .map(text -> Duration.ofMillis(Math.round(Double.parseDouble(text) * 1000)))
                .filter(Duration::isPositive)
                .findFirst();
    }

    private static FrameRate frameRate(JsonNode video) {
        var average = video.path("avg_frame_rate").asString("0/0");
        return FrameRate.parse(
                average.startsWith("0/") ? video.path("r_frame_rate").asString("0/0") : average);
    }

    /** How wide a pixel is for its height. */
    private static double pixelShape(JsonNode video) {
        var parts = video.path("sample_aspect_ratio").asString("").split(":", 2);
        if (parts.length < 2 || !parts[0].matches("[1-9]\\d{0,8}") || !parts[1].matches("[1-9]\\d{0,8}")) {
            return 1;
        }
        return Double.parseDouble(parts[0]) / Double.parseDouble(parts[1]);
    }

    private static int rotation(JsonNode video) {
        return video.path("side_data_list")
                .valueStream()
                .filter(data -> data.has("rotation"))
                .findFirst()
                .map(data -> data.path("rotation").asInt(0))
                .orElse(0);
    }
}
