package academy.artisan.lms.identity;

import java.util.Map;
import java.util.UUID;

import academy.artisan.lms.testing.Api;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@StackTest
class LogInIT {

    private static final String PASSWORD = "a good password";

    @Autowired
    People people;

    @LocalServerPort
    int port;

    private Api nobody;
    private String username;

    @BeforeEach
    void register() {
        nobody = Api.at(port);
        username = "u" + UUID.randomUUID().toString().substring(9).replace("-", "");
        people.register(username, "某人", PASSWORD);
    }

    @Test
    void aTokenTellsWhoIsAsking() {
        var me = nobody.as(username, PASSWORD).get("/api/v1/me").expect(200);
        assertThat(me.path("name").asString()).isEqualTo("某人");
        assertThat(me.path("roles")).extracting(JsonNode::asString).containsExactly("LEARNER");
    }

    @Test
    void withoutOrWithAWrongTokenThereIsOnlyAProblem() {
        nobody.get("/api/v1/me").expectProblem(401, "log-in-required");
        nobody.with("nonsense").get("/api/v1/me").expectProblem(401, "log-in-required");
    }

    @Test
    void aProblemIsToldInTheCallersLanguage() {
        assertThat(logIn(nobody.header("Accept-Language", "zh-CN"), "wrong")
                        .expectProblem(401, "login-failed")
                        .path("detail")
                        .asString())
                .isEqualTo("用户名或密码错误。");
        assertThat(logIn(nobody, "wrong").json().path("detail").asString()).startsWith("The user name or the password");
    }

    @Test
    void tenWrongPasswordsEarnAPause() {
        for (var i = 0; i < 10; i++) {
            logIn(nobody, "wrong").expectProblem(401, "login-failed");
        }
        var refused = logIn(nobody, PASSWORD);
        refused.expectProblem(429, "too-many-logins");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
    }

    @Test
    void aRefreshTokenIsUsedOnceAndAStolenOneEndsTheLogIn() {
        var first = logIn(nobody, PASSWORD).expect(200).path("refreshToken").asString();
        var second = refresh(first).expect(200);
        nobody.with(second.path("accessToken").asString()).get("/api/v1/me").expect(200);
        refresh(first).expectProblem(401, "refresh-token-refused");
        refresh(second.path("refreshToken").asString()).expectProblem(401, "refresh-token-refused");
    }

    @Test
    void loggingOutEndsTheRefreshToken() {
        var token = logIn(nobody, PASSWORD).expect(200).path("refreshToken").asString();
        nobody.post("/api/v1/auth/logout", Map.of("refreshToken", token)).expect(204);
        refresh(token).expectProblem(401, "refresh-token-refused");
    }

    @Test
    void badInputIsNamedAndNeverAServerError() {
        assertThat(nobody.post("/api/v1/auth/token", Map.of("username", "", "password", "x"))
                        .expectProblem(400, "invalid-request")
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("username");
        nobody.post("/api/v1/auth/token", Map.of("username", "a\0b", "password", "x"))
                .expectProblem(400, "invalid-request");
        nobody.post("/api/v1/auth/token", "no object").expectProblem(400, "invalid-request");
        nobody.post("/api/v1/auth/token", Map.of("username", "x".repeat(5_000_000), "password", "x"))
                .expectProblem(413, "request-too-large");
        nobody.as(username, PASSWORD).get("/api/v1/catalog/courses/none").expectProblem(404, "not-found");
        nobody.as(username, PASSWORD).get("/api/v1/nowhere").expectProblem(404, "not-found");
        nobody.as(username, PASSWORD).post("/api/v1/me").expectProblem(405, "method-not-allowed");
    }

    @Test
    void onlyAdministratorsMakeAccounts() {
        var body = Map.of("username", "somebody", "name", "某人", "password", PASSWORD);
        nobody.as(username, PASSWORD).post("/api/v1/people", body).expectProblem(403, "not-allowed");
    }

    private Api.Answer logIn(Api api, String password) {
        return api.post("/api/v1/auth/token", Map.of("username", username, "password", password));
    }

    private Api.Answer refresh(String token) {
        return nobody.post("/api/v1/auth/refresh", Map.of("refreshToken", token));
    }
}
