package academy.artisan.lms.search;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import co.elastic.clients.elasticsearch._types.FieldValue;

/**
 * The place behind a found course, in the order of its search: how well it fits (or when it was published, if there was
 * no text to fit), then its id.
 */
sealed interface Cursor {

    /** In the order of fitting. */
    record ByScore(double score, UUID courseId) implements Cursor {}

    /** In the order of publication. */
    record ByTime(long publishedAtMillis, UUID courseId) implements Cursor {}

    Pattern TEXT = Pattern.compile("(?<order>[st])(?<value>-?[0-9][0-9.E-]{0,30})~(?<id>[0-9a-f-]{36})");

    /** The cursor of a hit, made of the values that it was sorted by. */
    static Cursor of(List<FieldValue> sort) {
        var place = sort.getFirst();
        var courseId = UUID.fromString(sort.getLast().stringValue());
        return place.isLong() ? new ByTime(place.longValue(), courseId) : new ByScore(place.doubleValue(), courseId);
    }

    /** Reads an opaque cursor of a search that has a text or has none. */
    static Cursor parse(String opaque, boolean withText) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(opaque), StandardCharsets.UTF_8);
            var parts = TEXT.matcher(text);
            if (!parts.matches() || parts.group("order").equals("s") != withText) {
                throw new InvalidCursor();
            }
            var courseId = UUID.fromString(parts.group("id"));
            return withText
                    ? new ByScore(Double.parseDouble(parts.group("value")), courseId)
                    : new ByTime(Long.parseLong(parts.group("value")), courseId);
        } catch (IllegalArgumentException unreadable) {
            throw new InvalidCursor();
        }
    }

    /** What Elasticsearch is told to go on after. */
    default List<FieldValue> values() {
        return switch (this) {
            case ByScore(var score, var courseId) -> List.of(FieldValue.of(score), FieldValue.of(courseId.toString()));
            case ByTime(var millis, var courseId) -> List.of(FieldValue.of(millis), FieldValue.of(courseId.toString()));
        };
    }

    default String opaque() {
        var text = switch (this) {
            case ByScore(var score, var courseId) -> "s" + score + "~" + courseId;
            case ByTime(var millis, var courseId) -> "t" + millis + "~" + courseId;
        };
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
