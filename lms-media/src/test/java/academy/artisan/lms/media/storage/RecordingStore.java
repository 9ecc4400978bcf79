package academy.artisan.lms.media.storage;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Speaks as much of S3 as it takes to keep the rules of one bucket, which the embedded store cannot do, and keeps what
 * it was asked.
 */
class RecordingStore implements AutoCloseable {

    private static final Map<String, String> NONE = Map.of(
            "lifecycle", "NoSuchLifecycleConfiguration",
            "cors", "NoSuchCORSConfiguration",
            "policy", "NoSuchBucketPolicy");

    private final HttpServer server;
    private final List<String> requests = new ArrayList<>();
    private final List<String> authorizations = new ArrayList<>();

    /** What the bucket has, by kind. */
    final Map<String, String> rules = new ConcurrentHashMap<>();

    /** Kinds of rules that are taken and forgotten. */
    final List<String> forgotten = new ArrayList<>();

    /** Kinds of rules that are refused, with the code of the answer. */
    final Map<String, String> refused = new ConcurrentHashMap<>();

    RecordingStore() throws IOException {
        this(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    }

    RecordingStore(HttpServer server) {
        this.server = server;
        server.createContext("/", this::answer);
        server.start();
    }

    URI address(String scheme) {
        return URI.create(
                "%s://127.0.0.1:%d".formatted(scheme, server.getAddress().getPort()));
    }

    /** Method, path and query of each. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    List<String> authorizations() {
        return List.copyOf(authorizations);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var query = exchange.getRequestURI().getQuery();
            var kind = query == null ? "" : query.replaceFirst("[=&].*", "");
            requests.add("%s %s".formatted(exchange.getRequestMethod(), exchange.getRequestURI()));
            authorizations.add(exchange.getRequestHeaders()
                    .getOrDefault("Authorization", List.of(""))
                    .getFirst());
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (!NONE.containsKey(kind)) {
                send(exchange, 200, "");
            } else if (exchange.getRequestMethod().equals("GET")) {
                get(exchange, kind);
            } else {
                put(exchange, kind, body);
            }
        }
    }

    private void get(HttpExchange exchange, String kind) throws IOException {
        var held = rules.get(kind);
        if (held == null) {
            send(exchange, 404, error(String.valueOf(NONE.get(kind))));
        } else {
            send(exchange, 200, held);
        }
    }

    private void put(HttpExchange exchange, String kind, String body) throws IOException {
        var code = refused.get(kind);
        if (code != null) {
            send(exchange, 400, error(code));
            return;
        }
        if (!forgotten.contains(kind)) {
            rules.put(kind, body);
        }
        send(exchange, 200, "");
    }

    private static String error(String code) {
        return "<Error><Code>%s</Code><Message>no</Message></Error>".formatted(code);
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/xml");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
