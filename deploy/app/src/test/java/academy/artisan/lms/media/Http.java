package academy.artisan.lms.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks to the application as one person, and to the object store as nobody. */
record Http(String address, @Nullable String accessToken) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    record Answer(int status, HttpResponse<String> response) {

        JsonNode json() {
            return JSON.readTree(response.body());
        }

        String text() {
            return response.body();
        }

        Optional<String> header(String name) {
            return response.headers().firstValue(name);
        }
    }

    Http logIn(String username, String password) {
        var token = post("/api/v1/auth/token", Map.of("username", username, "password", password));
        return new Http(address, token.json().path("accessToken").asString());
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer get(String path, String language) {
        return send(request(path).header("Accept-Language", language).GET());
    }

    Answer delete(String path) {
        return send(request(path).DELETE());
    }

    Answer post(String path, Object body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    /** Without any credentials: what is signed carries its own. */
    static Answer getSigned(String url) {
        return send(HttpRequest.newBuilder(URI.create(url)).GET());
    }

    static Answer putSigned(String url, byte[] content) {
        return send(HttpRequest.newBuilder(URI.create(url)).PUT(BodyPublishers.ofByteArray(content)));
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(address + path));
        return accessToken == null ? request : request.header("Authorization", "Bearer " + accessToken);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            var response = CLIENT.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
