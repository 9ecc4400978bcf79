package academy.artisan.lms.search.query;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * A request as no well-behaved client sends it.
 *
 * @param target path and parameters, byte for byte
 */
record RawRequest(String method, String target, String body) {

    private static final int SHOWN = 300;

    /** @param status 0 if the server hung up */
    record Answer(int status, String body) {}

    static RawRequest get(String target) {
        return new RawRequest("GET", target, "");
    }

    static RawRequest post(String target, String body) {
        return new RawRequest("POST", target, body);
    }

    /** Percent-encoded as UTF-8; halves of characters as the three bytes that they would be. */
    static String encoded(String text) {
        var encoded = new StringBuilder();
        text.codePoints().forEach(character -> {
            var bytes = isHalf(character)
                    ? new byte[] {
                        (byte) (0xE0 | (character >> 12)),
                        (byte) (0x80 | ((character >> 6) & 0x3F)),
                        (byte) (0x80 | (character & 0x3F))
                    }
                    : Character.toString(character).getBytes(StandardCharsets.UTF_8);
            for (var one : bytes) {
                encoded.append('%').append(String.format(Locale.ROOT, "%02X", one));
            }
        });
        return encoded.toString();
    }

    private static boolean isHalf(int character) {
        return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }

    Answer send(int port, @Nullable String token) {
        var content = body.getBytes(StandardCharsets.UTF_8);
        var head =
                "%s %s HTTP/1.0\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
                        .formatted(method, target, token, content.length);
        try (var line = new Socket("localhost", port)) {
            return send(line, head.getBytes(StandardCharsets.ISO_8859_1), content);
        } catch (IOException broken) {
            return new Answer(0, broken.toString());
        }
    }

    /** Who refuses a head that is too long does not read on, and may be heard nevertheless. */
    private static Answer send(Socket line, byte[] head, byte[] content) throws IOException {
        try {
            line.getOutputStream().write(head);
            line.getOutputStream().write(content);
        } catch (IOException notReadOn) {
            line.shutdownOutput();
        }
        var answer = new String(line.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var body = answer.indexOf("\r\n\r\n");
        return body < 0
                ? new Answer(0, answer)
                : new Answer(Integer.parseInt(answer.split(" ", 3)[1]), answer.substring(body + 4));
    }

    @Override
    public String toString() {
        var whole = method + " " + target + " " + body;
        return whole.length() <= SHOWN ? whole : whole.substring(0, SHOWN) + "… (%d)".formatted(whole.length());
    }
}
