package academy.artisan.lms.media;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;

import academy.artisan.lms.embedded.ForeignStore;
import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Api;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What the application made of its bucket, as the operator and a browser see it. */
class BucketSetUpIT extends VideoStory {

    @Autowired
    ApplicationContext context;

    @Test
    void healthTellsWhichRulesHold() {
        var admin = new Academy(context).admin();
        var rules = await().atMost(Duration.ofSeconds(20)).until(() -> rules(admin), found -> found.has("private"));
        assertThat(rules.path("private").asString()).isEqualTo("yes");
        assertThat(rules.path("lifecycle").asString()).isNotEmpty();
        assertThat(rules.path("cors").asString()).isNotEmpty();
        if (!ForeignStore.isConfigured()) {
            assertThat(rules.path("lifecycle").asString()).isEqualTo("not supported by this store (NotImplemented)");
            assertThat(rules.path("cors").asString())
                    .isEqualTo("not supported by this store (NotImplemented), which lets these pages in by itself");
        }
    }

    private static JsonNode rules(Api admin) {
        return admin.get("/actuator/health").json().at("/components/objectStore/details");
    }

    @Test
    void pageOfAnyOriginPutsAPartAndSeesItsEtag() throws Exception {
        var address = URI.create(
                author(0).begin("a.mp4", 3).announced().at("/parts/0/url").asString());
        var asked = send(HttpRequest.newBuilder(address)
                .header("Access-Control-Request-Method", "PUT")
                .header("Access-Control-Request-Headers", "content-type")
                .method("OPTIONS", BodyPublishers.noBody()));
        assertThat(asked.headers().firstValue("Access-Control-Allow-Origin")).isPresent();
        assertThat(asked.headers().firstValue("Access-Control-Allow-Methods").orElse(""))
                .contains("PUT");
        var put = send(HttpRequest.newBuilder(address).PUT(BodyPublishers.ofString("abc")));
        assertThat(put.statusCode()).isEqualTo(200);
        assertThat(put.headers().firstValue("ETag")).isPresent();
        assertThat(put.headers()
                        .firstValue("Access-Control-Expose-Headers")
                        .orElse("")
                        .toLowerCase(Locale.ROOT))
                .matches(shown -> shown.contains("etag") || shown.contains("*"));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (var browser = HttpClient.newHttpClient()) {
            return browser.send(request.header("Origin", "https://page.example").build(), BodyHandlers.ofString());
        }
    }
}
