package academy.artisan.lms.permissions;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What everybody is asked to do with the same things of the world.
 *
 * @param ids stand in for those of the world
 * @param query after the question mark; {@code {token}} is the caller's
 * @param body null for the example of the OpenAPI document, if there is one; text is sent as it is, with the caller's
 *     token for {@code {token}}
 */
record Question(
        Map<String, String> ids, String query, @Nullable Object body, String contentType, Map<String, String> headers) {

    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    static final Question PLAIN = new Question(Map.of(), "", null, "application/json", Map.of());

    static Question with(String name, String id) {
        return PLAIN.and(name, id);
    }

    static Question asked(String query) {
        return PLAIN.query(query);
    }

    static Question saying(Object body) {
        return PLAIN.body(body);
    }

    Question and(String name, String id) {
        var more = new HashMap<>(ids);
        more.put(name, id);
        return new Question(more, query, body, contentType, headers);
    }

    Question query(String other) {
        return new Question(ids, other, body, contentType, headers);
    }

    Question body(Object other) {
        return new Question(ids, query, other, contentType, headers);
    }

    Question text(String type, String text) {
        return new Question(ids, query, text, type, headers);
    }

    Question ifMatch(String etag) {
        return header("If-Match", etag);
    }

    Question header(String name, String value) {
        return new Question(ids, query, body, contentType, Map.of(name, value));
    }
}
