package academy.artisan.lms.progress.heartbeat;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import academy.artisan.lms.progress.PlaybackId;
import academy.artisan.lms.progress.token.SignedPlaybackTokens;
import academy.artisan.lms.testing.Api.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** A token is of one playback; whoever has none, or that of somebody else, changes nothing. */
class ForgedTokenIT extends AttackedPlayback {

    @Autowired
    SignedPlaybackTokens tokens;

    @Test
    void aTokenIsOfOnePlaybackForItsTimeAndAsItWasSigned() throws Exception {
        var other = academy.watch(academy.learner(academy.employer("乙单位")), courseId);
        var others = other.playback().path("token").asString();
        var parts = token().split("\\.", -1);
        var payload = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8);
        for (var token : List.of(
                others,
                others.split("\\.", -1)[0] + "." + others.split("\\.", -1)[1] + "." + parts[2],
                parts[0] + "." + encoded(payload.replace("\"dur\":300", "\"dur\":999999")) + "." + parts[2],
                parts[0] + "." + encoded(payload.replace("\"rate\":1", "\"rate\":9")) + "." + parts[2],
                parts[0] + "." + parts[1] + "." + parts[2].substring(1) + "A",
                parts[0] + "." + parts[1] + ".",
                parts[0] + "." + parts[1],
                encoded("{\"alg\":\"none\"}") + "." + parts[1] + ".",
                encoded("{\"alg\":\"NONE\"}") + "." + parts[1] + "." + parts[2],
                signed("HS256", "HmacSHA256", parts[1]),
                signed("HS512", "HmacSHA512", parts[1]),
                signed("RS256", "HmacSHA256", parts[1]),
                "..",
                "x",
                token() + "." + token(),
                String.valueOf(learner.token()))) {
            reporter(token)
                    .post(path + "/heartbeats", "application/json", EVERYTHING)
                    .expectProblem(401, "playback-token-refused");
        }
        reporter(expired())
                .post(path + "/heartbeats", "application/json", EVERYTHING)
                .expectProblem(401, "playback-token-expired");
        academy.nobody()
                .post(path + "/heartbeats", "application/json", EVERYTHING)
                .expectProblem(401, "playback-token-refused");
        assertThat(covered()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain;charset=UTF-8", "application/json"})
    void aBeaconNeedsTheTokenOfItsPlayback(String type) {
        var other = academy.watch(academy.learner(academy.employer("乙单位")), courseId);
        var heartbeats = ",\"heartbeats\":[" + EVERYTHING + "]}";
        for (var token : List.of(other.playback().path("token").asString(), expired(), "", "x.y.z")) {
            assertThat(beacon(type, "{\"token\":\"" + token + "\"" + heartbeats).status())
                    .isEqualTo(401);
        }
        for (var body : List.of("{\"token\":null" + heartbeats, "{\"was\":0" + heartbeats, "", "token", "[]")) {
            assertThat(beacon(type, body).status()).isBetween(400, 499);
        }
        assertThat(covered()).isZero();
        beacon(type, "{\"token\":\"" + token() + "\"" + heartbeats).expect(204);
    }

    @Test
    void aPresenceCheckOfSomebodyElseIsNoneOfOnes() {
        for (var challenge : List.of(UUID.randomUUID().toString(), "", "*", "x".repeat(10_000))) {
            reporter(token())
                    .post(path + "/presence", Map.of("challengeId", challenge))
                    .expectProblem(409, "challenge-unknown");
        }
        assertThat(reporter(token())
                        .post(path + "/presence", "application/json", "{}")
                        .status())
                .isBetween(400, 499);
        var other = academy.watch(academy.learner(academy.employer("乙单位")), courseId);
        reporter(other.playback().path("token").asString())
                .post(path + "/presence", Map.of("challengeId", UUID.randomUUID()))
                .expectProblem(401, "playback-token-refused");
    }

    private String expired() {
        var token = tokens.verify(
                token(), PlaybackId.of(watching.playback().path("playbackId").asString()));
        return tokens.sign(token.during(token.openedAt(), Instant.now().minus(Duration.ofSeconds(1))));
    }

    private Answer beacon(String type, String body) {
        return academy.nobody().post(path + "/heartbeats/beacon", type, body);
    }

    private static String signed(String algorithm, String mac, String payload) throws GeneralSecurityException {
        var key = Mac.getInstance(mac);
        key.init(new SecretKeySpec("a key that somebody else made up".getBytes(UTF_8), mac));
        var signed = encoded("{\"alg\":\"%s\"}".formatted(algorithm)) + "." + payload;
        return signed + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(key.doFinal(signed.getBytes(UTF_8)));
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
}
