package academy.artisan.lms.search;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.jayway.jsonpath.DocumentContext;
import com.jayway.jsonpath.JsonPath;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

import static org.awaitility.Awaitility.await;

/** Speaks to the running application as a client does. */
public class SearchApi {

    private final Environment environment;
    private @Nullable RestClient client;

    SearchApi(Environment environment) {
        this.environment = environment;
    }

    /** Asks a path below {@code /api/v1/search}; the parameters fill the places named in braces. */
    public ResponseEntity<String> ask(String path, Object... parameters) {
        return client().get()
                .uri("/api/v1/search" + path, parameters)
                .retrieve()
                .toEntity(String.class);
    }

    public DocumentContext found(String path, Object... parameters) {
        return understood(ask(path, parameters));
    }

    /** The answer to a POST with that body, whatever it is. */
    public ResponseEntity<String> post(String path, String body) {
        return client().post()
                .uri("/api/v1/search" + path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .toEntity(String.class);
    }

    /** The answer to a POST that is taken. */
    public DocumentContext posted(String path, String body) {
        return understood(post(path, body));
    }

    /** What came of the work on an index, a rebuilding or a check, that is asked for now. */
    public DocumentContext ended(String works, String index) {
        var asked = posted(works, "{\"index\": \"%s\"}".formatted(index));
        var path = works + "/" + asked.<String>read("$.workId");
        return await().atMost(Duration.ofMinutes(1))
                .until(() -> found(path), work -> work.<String>read("$.state").equals("ENDED"));
    }

    private static DocumentContext understood(ResponseEntity<String> answer) {
        if (!answer.getStatusCode().is2xxSuccessful()) {
            throw new AssertionError(answer.toString());
        }
        return JsonPath.parse(answer.getBody());
    }

    public List<String> titles(String path, Object... parameters) {
        return found(path, parameters).read("$.items[*].title");
    }

    /** By a client that takes a 503 as an answer: the default one would wait as told and ask again. */
    public RestClient anonymous() {
        return RestClient.builder()
                .requestFactory(new JdkClientHttpRequestFactory())
                .baseUrl("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port"))
                .defaultStatusHandler(HttpStatusCode::isError, (request, response) -> {})
                .build();
    }

    private synchronized RestClient client() {
        if (client == null) {
            var answer = anonymous()
                    .post()
                    .uri("/api/v1/auth/token")
                    .body(Map.of("username", "admin", "password", SearchTest.ADMIN_PASSWORD))
                    .retrieve()
                    .body(String.class);
            var token = JsonPath.<String>read(answer, "$.accessToken");
            client = anonymous()
                    .mutate()
                    .defaultHeader("Authorization", "Bearer " + token)
                    .build();
        }
        return client;
    }
}
