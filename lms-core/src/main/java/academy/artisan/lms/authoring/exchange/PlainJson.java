package academy.artisan.lms.authoring.exchange;

import academy.artisan.lms.support.CanonicalJson;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON of unknown origin; whatever cannot be read, or could not be stored, is a reason to refuse the archive. */
final class PlainJson {

    private static final int DEEPEST = 50;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private PlainJson() {}

    static <T> T read(String path, String json, Class<T> type) throws Unacceptable {
        try {
            if (isPlain(json)) {
                return CanonicalJson.read(json, type);
            }
        } catch (JacksonException | IllegalArgumentException | NullPointerException unreadable) {
            throw unreadable(path);
        }
        throw unreadable(path);
    }

    /** One value, no member twice, not deep, and no text with NUL or half a character, which cannot be stored. */
    private static boolean isPlain(String json) {
        try (var parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                var isText = token == JsonToken.VALUE_STRING || token == JsonToken.PROPERTY_NAME;
                if (isText && !isPlainText(parser.getString())) {
                    return false;
                }
            }
            return true;
        }
    }

    private static boolean isPlainText(String text) {
        return text.codePoints()
                .noneMatch(
                        point -> point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE));
    }

    private static Unacceptable unreadable(String path) {
        return new Unacceptable(Flaw.of("content-unreadable", path));
    }
}
