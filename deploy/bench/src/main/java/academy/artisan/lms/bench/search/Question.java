package academy.artisan.lms.bench.search;

import java.nio.charset.StandardCharsets;

/**
 * What Elasticsearch was asked by the platform.
 *
 * @param path with its parameters
 */
record Question(String path, String body) {

    private static final String JSON = "application/vnd.elasticsearch+json; compatible-with=9";

    /** The same over the wire. */
    String request() {
        return """
                POST %s HTTP/1.1\r
                Host: 127.0.0.1\r
                Content-Type: %s\r
                Accept: %s\r
                Content-Length: %d\r
                \r
                %s""".formatted(path, JSON, JSON, body.getBytes(StandardCharsets.UTF_8).length, body);
    }
}
