package academy.artisan.lms.search.query;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import co.elastic.clients.elasticsearch._types.FieldValue;

/**
 * The place behind a found course in the order of its search.
 *
 * @param value what the courses are ordered by, as it was of this one: how well it fits, or a whole number
 */
public record Cursor(Order order, FieldValue value, UUID courseId) {

    private static final Pattern TEXT = Pattern.compile(
            "(?<order>[a-z])(?<value>[0-9][0-9.E-]{0,30})~(?<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    /** The cursor of a hit, made of the values that it was sorted by. */
    public static Cursor of(Order order, List<FieldValue> sort) {
        return new Cursor(order, sort.getFirst(), UUID.fromString(sort.getLast().stringValue()));
    }

    /** Reads an opaque cursor of a search in that order. */
    public static Cursor parse(String opaque, Order order) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(opaque), StandardCharsets.UTF_8);
            var parts = TEXT.matcher(text);
            if (!parts.matches() || parts.group("order").charAt(0) != order.letter) {
                throw new InvalidCursor();
            }
            var value = parts.group("value");
            return new Cursor(
                    order,
                    order == Order.RELEVANCE ? score(value) : FieldValue.of(Long.parseLong(value)),
                    UUID.fromString(parts.group("id")));
        } catch (IllegalArgumentException unreadable) {
            throw new InvalidCursor();
        }
    }

    private static FieldValue score(String value) {
        var score = Double.parseDouble(value);
        if (score > Float.MAX_VALUE) {
            throw new InvalidCursor();
        }
        return FieldValue.of(score);
    }

    /** What Elasticsearch is told to go on after. */
    public List<FieldValue> values() {
        return List.of(value, FieldValue.of(courseId.toString()));
    }

    public String opaque() {
        var text = order.letter + (value.isLong() ? "" + value.longValue() : "" + value.doubleValue()) + "~" + courseId;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
