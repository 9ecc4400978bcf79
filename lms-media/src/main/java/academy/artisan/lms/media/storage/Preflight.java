package academy.artisan.lms.media.storage;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks as a browser does before it lets a page put something to another server. */
final class Preflight {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** Stands for a page of any origin. */
    private static final String ANY = "https://page.example";

    private Preflight() {}

    /** @param origin {@code *} for all */
    static boolean isAllowed(URI address, String origin) {
        var page = origin.contains("*") ? ANY : origin;
        var question = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Origin", page)
                .header("Access-Control-Request-Method", "PUT")
                .method("OPTIONS", BodyPublishers.noBody())
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(question, BodyHandlers.discarding()).headers();
            return answer.firstValue("Access-Control-Allow-Origin")
                    .filter(allowed -> allowed.equals("*") || allowed.equals(page))
                    .isPresent();
        } catch (IOException silent) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
