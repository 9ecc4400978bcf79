package academy.artisan.lms.media.source;

import java.util.Set;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/**
 * What the head of a stream and the first packets of its file tell about whether it can be used at all.
 *
 * @param packets of all streams, in the order of the file
 * @param asked how many packets were asked for; where there are fewer, these are all
 */
record Fitness(JsonNode video, JsonNode packets, int asked) {

    /** Four letters that containers of the MP4 family put in place of the codec's. */
    private static final Set<String> ENCRYPTED_TAGS = Set.of("encv", "drmi");

    private static final String ENCRYPTION = "Encryption";

    boolean isEncrypted() {
        return ENCRYPTED_TAGS.contains(video.path("codec_tag_string").asString(""))
                || Stream.concat(Stream.of(video), own()).anyMatch(Fitness::tellsOfEncryption);
    }

    /** There is one picture, and either the file says that there are no more, or it says nothing and ends there. */
    boolean isStill() {
        var frames = video.path("nb_frames").asString("");
        return own().count() == 1 && (frames.equals("1") || (frames.isEmpty() && packets.size() < asked));
    }

    private Stream<JsonNode> own() {
        var index = video.path("index").asInt();
        return packets.valueStream()
                .filter(packet -> packet.path("stream_index").asInt(-1) == index);
    }

    private static boolean tellsOfEncryption(JsonNode owner) {
        return owner.path("side_data_list")
                .valueStream()
                .anyMatch(data -> data.path("side_data_type").asString("").startsWith(ENCRYPTION));
    }
}
