package academy.artisan.lms.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to the platform over HTTP as one person, or as nobody; whatever is not answered well is an exception. */
public record Client(String address, @Nullable String token) {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private static final JsonMapper JSON = JsonMapper.shared();

    /** The same platform, with this bearer token. */
    public Client with(String bearerToken) {
        return new Client(address, bearerToken);
    }

    public JsonNode get(String path) {
        return JSON.readTree(bytes(path));
    }

    public JsonNode post(String path, Object body) {
        return JSON.readTree(ok(send("POST", path, BodyPublishers.ofString(JSON.writeValueAsString(body)))));
    }

    /** Replaces what has this revision. */
    public void put(String path, int revision, Object body) {
        var request = request(path)
                .header("If-Match", "\"%d\"".formatted(revision))
                .method("PUT", BodyPublishers.ofString(JSON.writeValueAsString(body)));
        ok(send(request));
    }

    /** Posts JSON; answers where that lies which was made of it. */
    public String create(String path, String json) {
        var answer = send("POST", path, BodyPublishers.ofString(json));
        ok(answer);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    /** Puts JSON there, whatever there is. */
    public void put(String path, String json) {
        ok(send("PUT", path, BodyPublishers.ofString(json)));
    }

    /** What lies at a path, or at an absolute address. */
    public byte[] bytes(String path) {
        return ok(send("GET", path, BodyPublishers.noBody()));
    }

    public boolean isOk(String path) {
        try {
            return send("GET", path, BodyPublishers.noBody()).statusCode() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    /** Puts a part to a signed address; answers its entity tag. */
    public String putPart(String url, byte[] part) {
        var answer = send(HttpRequest.newBuilder(URI.create(url)).PUT(BodyPublishers.ofByteArray(part)));
        ok(answer);
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private HttpResponse<byte[]> send(String method, String path, BodyPublisher body) {
        return send(request(path).method(method, body));
    }

    private HttpRequest.Builder request(String path) {
        var request =
                HttpRequest.newBuilder(URI.create(address).resolve(path)).header("Content-Type", "application/json");
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return request;
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static byte[] ok(HttpResponse<byte[]> answer) {
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException("%s %s: %s"
                    .formatted(answer.statusCode(), answer.uri(), new String(answer.body(), StandardCharsets.UTF_8)));
        }
        return answer.body();
    }
}
