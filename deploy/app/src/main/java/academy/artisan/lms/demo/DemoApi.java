package academy.artisan.lms.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

import academy.artisan.lms.identity.PersonId;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/**
 * The platform's REST API as one person uses it. The access token is signed here, as the password of a demonstration
 * account is known to nobody but who was told it.
 */
final class DemoApi {

    private static final Duration TOKEN_LIFETIME = Duration.ofHours(1);

    private final RestClient client;

    private DemoApi(RestClient client) {
        this.client = client;
    }

    static DemoApi as(PersonId person, JwtEncoder tokens, String baseUrl, Instant now) {
        var claims = JwtClaimsSet.builder()
                .subject(person.toString())
                .issuedAt(now)
                .expiresAt(now.plus(TOKEN_LIFETIME))
                .build();
        var header = JwsHeader.with(MacAlgorithm.HS256).build();
        var token = tokens.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
        return new DemoApi(RestClient.builder()
                .baseUrl(baseUrl)
                .defaultHeaders(headers -> headers.setBearerAuth(token))
                .build());
    }

    JsonNode get(String path) {
        return bodyOf(client.get().uri(path).retrieve().toEntity(JsonNode.class));
    }

    boolean exists(String path) {
        var found = client.get()
                .uri(path)
                .retrieve()
                .onStatus(HttpStatusCode::is4xxClientError, (request, response) -> {})
                .toBodilessEntity();
        return found.getStatusCode().is2xxSuccessful();
    }

    JsonNode post(String path, Object body) {
        return bodyOf(client.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .toEntity(JsonNode.class));
    }

    /** Writes over what is there now. */
    JsonNode replace(String path, Object body) {
        var etag = Objects.requireNonNull(client.get()
                .uri(path)
                .retrieve()
                .toBodilessEntity()
                .getHeaders()
                .getETag());
        return bodyOf(client.put()
                .uri(path)
                .header(HttpHeaders.IF_MATCH, etag)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .toEntity(JsonNode.class));
    }

    private static JsonNode bodyOf(ResponseEntity<JsonNode> response) {
        var body = response.getBody();
        if (body == null) {
            throw new IllegalStateException("The platform answered nothing");
        }
        return body;
    }
}
