package academy.artisan.lms.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Talks to the application over HTTP as one person, or as nobody. */
public record Api(String address, @Nullable String token, Map<String, String> headers) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    /** What came back. */
    public record Answer(HttpResponse<byte[]> response) {

        public int status() {
            return response.statusCode();
        }

        public String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** The body, after a look at the status. */
        public JsonNode expect(int status) {
            assertThat(status()).as(text()).isEqualTo(status);
            return response.body().length == 0 ? JSON.createObjectNode() : json();
        }

        /** A problem document of this status and type; the body for a closer look. */
        public JsonNode expectProblem(int status, String type) {
            var problem = expect(status);
            assertThat(header("Content-Type")).startsWith("application/problem+json");
            assertThat(problem.path("type").asString()).isEqualTo("urn:problem:" + type);
            return problem;
        }
    }

    public static Api at(int port) {
        return new Api("http://localhost:" + port, null, Map.of());
    }

    public Api as(String username, String password) {
        var login = post("/api/v1/auth/token", Map.of("username", username, "password", password));
        return with(login.expect(200).path("accessToken").asString());
    }

    public Api with(String bearerToken) {
        return new Api(address, bearerToken, headers);
    }

    public Api header(String name, String value) {
        return new Api(address, token, Map.of(name, value));
    }

    public Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    public Answer post(String path) {
        return send("POST", path, BodyPublishers.noBody());
    }

    public Answer post(String path, Object body) {
        return send("POST", path, BodyPublishers.ofString(JSON.writeValueAsString(body)));
    }

    /** A body as it stands, of any type. */
    public Answer post(String path, String contentType, String body) {
        return send("POST", path, contentType, BodyPublishers.ofString(body));
    }

    public Answer put(String path) {
        return send("PUT", path, BodyPublishers.noBody());
    }

    public Answer put(String path, Object body) {
        return send("PUT", path, BodyPublishers.ofString(JSON.writeValueAsString(body)));
    }

    public Answer putFile(String path, String contentType, byte[] content) {
        return send("PUT", path, contentType, BodyPublishers.ofByteArray(content));
    }

    public Answer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody());
    }

    public Answer patch(String path, Object body) {
        return send("PATCH", path, BodyPublishers.ofString(JSON.writeValueAsString(body)));
    }

    /** From a signed address, which needs no log-in. */
    public static Answer download(String url) {
        return send(HttpRequest.newBuilder(URI.create(url)).GET());
    }

    /** To a signed address, which needs no log-in. */
    public static Answer upload(String url, byte[] content) {
        return send(HttpRequest.newBuilder(URI.create(url)).PUT(BodyPublishers.ofByteArray(content)));
    }

    private Answer send(String method, String path, HttpRequest.BodyPublisher body) {
        return send(method, path, "application/json", body);
    }

    public Answer send(String method, String path, String contentType, HttpRequest.BodyPublisher body) {
        var request = HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : address + path))
                .header("Content-Type", contentType)
                .method(method, body);
        headers.forEach(request::header);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return send(request);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(CLIENT.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
