package academy.artisan.lms.progress.heartbeat;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import academy.artisan.lms.progress.PlaybackId;
import academy.artisan.lms.progress.token.SignedPlaybackTokens;
import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Academy.Watching;
import academy.artisan.lms.testing.Api;
import academy.artisan.lms.testing.Api.Answer;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What somebody may try who wants hours without watching: nothing credits a second too much, fails or hangs. */
@StackTest
@Timeout(60)
class HeartbeatAttackIT {

    private static final int LENGTH = 300;
    private static final String EVERYTHING =
            "{\"sequence\":1,\"positionSeconds\":0,\"rate\":1,\"intervals\":[[0,300]]}";

    private static final List<String> NO_HEARTBEATS = List.of(
            "\"sequence\":2147483648",
            "\"sequence\":9223372036854775807",
            "\"sequence\":9223372036854775808",
            "\"sequence\":1e308",
            "\"sequence\":1e999999999",
            "\"sequence\":0",
            "\"sequence\":-1",
            "\"sequence\":\"one\"",
            "\"sequence\":[1]",
            "\"sequence\":null",
            "\"positionSeconds\":1e9",
            "\"positionSeconds\":-1",
            "\"positionSeconds\":NaN",
            "\"positionSeconds\":\"NaN\"",
            "\"positionSeconds\":Infinity",
            "\"positionSeconds\":\"Infinity\"",
            "\"positionSeconds\":1e999999999",
            "\"positionSeconds\":null",
            "\"positionSeconds\":{}",
            "\"rate\":16.1",
            "\"rate\":0",
            "\"rate\":-1",
            "\"rate\":\"NaN\"",
            "\"rate\":\"-Infinity\"",
            "\"rate\":1e308",
            "\"rate\":null",
            "\"playedSeconds\":-1",
            "\"playedSeconds\":1e308",
            "\"playedSeconds\":\"NaN\"",
            "\"visible\":\"perhaps\"",
            "\"visible\":[]",
            "\"intervals\":null",
            "\"intervals\":7",
            "\"intervals\":\"all\"",
            "\"intervals\":[7]",
            "\"intervals\":[null]",
            "\"intervals\":[[]]",
            "\"intervals\":[[0]]",
            "\"intervals\":[[0,null]]",
            "\"intervals\":[[0,1,2]]",
            "\"intervals\":[[[0,300]]]",
            "\"intervals\":[[[[[[0]]]]],300]",
            "\"intervals\":[{\"from\":0,\"to\":300}]",
            "\"intervals\":[[0,\"NaN\"]]",
            "\"intervals\":[[\"-Infinity\",300]]",
            "\"intervals\":[[0,1e308]]",
            "\"intervals\":[[-5,300]]",
            "\"intervals\":[[0,1000000]]",
            "\"intervals\":[[300,0]]",
            "\"intervals\":[[0,300]");

    @Autowired
    ApplicationContext context;

    @Autowired
    SignedPlaybackTokens tokens;

    private Academy academy;
    private Api learner;
    private String courseId;
    private Watching watching;
    private String path;
    private long began;

    @BeforeEach
    void openLesson() {
        academy = new Academy(context);
        learner = academy.learner(academy.employer("甲单位"));
        courseId = academy.published("攻击", Academy.textOf(LENGTH));
        began = System.nanoTime();
        watching = academy.watch(learner, courseId);
        path = "/api/v1/playbacks/" + watching.playback().path("playbackId").asString();
    }

    @AfterEach
    void noSecondIsCreditedTooMuch() {
        assertWithinTime(covered());
    }

    @Test
    void oneGiantClaimIsCreditedForTheTimeThatPassed() {
        var answer = watching.beat(1, 0, LENGTH).expect(200);
        assertWithinTime(answer.path("creditedSeconds").asInt());
        assertThat(answer.at("/reasons/0/reason").asString()).isEqualTo("not-enough-time");
    }

    @Test
    void theHighestSequenceThereIsCreditsNoMoreAndBlocksNothing() {
        watching.beat(report("sequence", Integer.MAX_VALUE)).expect(200);
        var answer = watching.beat(1, 0, LENGTH).expect(200);
        assertThat(answer.path("durableSequence").asLong()).isBetween(0L, (long) Integer.MAX_VALUE);
    }

    @Test
    void whatIsNoHeartbeatIsRefusedAndChangesNothing() {
        for (var field : NO_HEARTBEATS) {
            var report =
                    EVERYTHING.replaceFirst(field.substring(0, field.indexOf(':')) + ":(\\[.*\\]|[^,}]*)", "\"was\":0");
            assertRefused(report.substring(0, report.length() - 1) + "," + field + "}");
        }
        List.of("null", "7", "[]", "\"all\"", "{}", " ").forEach(this::assertRefused);
        assertThat(covered()).isZero();
    }

    @Test
    void megabytesOfIntervalsAreRefused() {
        for (var count : List.of(501, 1_000_000 / 8, 5_000_000 / 8)) {
            assertRefused(reportOf("[[0,300]" + ",[0,300]".repeat(count - 1) + "]"));
        }
        assertRefused(reportOf("[[0,1" + "0".repeat(1_000_000) + "]]"));
        assertThat(covered()).isZero();
    }

    @Test
    void deepNestingIsRefused() {
        for (var depth : List.of(900, 100_000)) {
            assertRefused(reportOf("[".repeat(depth) + "]".repeat(depth)));
            assertRefused("[".repeat(depth));
            assertRefused("{\"other\":".repeat(depth));
        }
        assertThat(covered()).isZero();
    }

    @Test
    void theFastestRateThatAPlayerCanSayEarnsNoMore() {
        assertWithinTime(watching.beat(report("rate", 16))
                .expect(200)
                .path("creditedSeconds")
                .asInt());
    }

    @Test
    void thePlayersIdeaOfTimeIsNotAsked() {
        var report = Map.of(
                "sequence", 1, "positionSeconds", LENGTH, "rate", 1, "playedSeconds", 1e8, "intervals", List.of());
        var answer = reporter(token())
                .header("Date", "Fri, 01 Jan 2038 00:00:00 GMT")
                .post(path + "/heartbeats", report)
                .expect(200);
        assertThat(answer.path("creditedSeconds").asInt()).isZero();
        assertWithinTime(answer.path("watchedSeconds").asInt());
    }

    @Test
    void aHundredSessionsAtOnceAreCreditedAsOne() throws Exception {
        var sessions = Collections.synchronizedList(new ArrayList<Watching>());
        var credited = atOnce(100, () -> {
                    var session = academy.watch(learner, courseId);
                    sessions.add(session);
                    return session.beat(1, 0, LENGTH);
                })
                .stream()
                .mapToInt(HeartbeatAttackIT::credited)
                .sum();
        assertThat(covered()).isEqualTo(credited);
        assertThat(sessions.stream().map(session -> session.beat(2, 0, 0).status()))
                .containsOnlyOnce(200)
                .containsOnly(200, 409);
    }

    @Test
    void aCapturedRequestIsCreditedOnceHoweverOftenItIsSent() throws Exception {
        await().until(() -> System.nanoTime() - began > 2e9);
        var credited = atOnce(50, () -> watching.beat(1, 0, 1)).stream()
                .mapToInt(HeartbeatAttackIT::credited)
                .sum();
        assertThat(credited).isEqualTo(1);
        assertThat(covered()).isEqualTo(1);
    }

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

    @Test
    void aBatchIsCreditedForTheTimeThatPassedWhateverIsInIt() {
        assertRefused("/batch", batch(0));
        assertRefused("/batch", batch(121));
        assertRefused("/batch", "{\"heartbeats\":[null]}");
        assertRefused("/batch", "{\"heartbeats\":[" + EVERYTHING + ",{}]}");
        assertRefused("/batch", "{}");
        assertThat(covered()).isZero();
        var credited = 0;
        for (var round = 0; round < 3; round++) {
            credited += reporter(token())
                    .post(path + "/heartbeats/batch", "application/json", batch(120))
                    .expect(200)
                    .path("creditedSeconds")
                    .asInt();
        }
        assertThat(covered()).isEqualTo(credited);
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

    private String token() {
        return watching.playback().path("token").asString();
    }

    private String expired() {
        var token = tokens.verify(
                token(), PlaybackId.of(watching.playback().path("playbackId").asString()));
        return tokens.sign(token.during(token.openedAt(), Instant.now().minus(Duration.ofSeconds(1))));
    }

    private Api reporter(String token) {
        return academy.nobody().with(token);
    }

    private static Map<String, Object> report(String field, Object value) {
        var report = new HashMap<String, Object>(
                Map.of("sequence", 1, "positionSeconds", 0, "rate", 1, "intervals", List.of(List.of(0, LENGTH))));
        report.put(field, value);
        return report;
    }

    private static String reportOf(String intervals) {
        return "{\"sequence\":1,\"positionSeconds\":0,\"rate\":1,\"intervals\":" + intervals + "}";
    }

    /** All of the lesson, over and over again, every other time unseen, by three sequence numbers. */
    private static String batch(int size) {
        var reports = IntStream.range(0, size)
                .mapToObj(
                        i -> "{\"sequence\":%d,\"positionSeconds\":0,\"rate\":1,\"visible\":%s,\"intervals\":[[0,300]]}"
                                .formatted(1 + i % 3, i % 2 == 0))
                .toList();
        return "{\"heartbeats\":[" + String.join(",", reports) + "]}";
    }

    private Answer beacon(String type, String body) {
        return academy.nobody().post(path + "/heartbeats/beacon", type, body);
    }

    private void assertRefused(String report) {
        assertRefused("", report);
    }

    private void assertRefused(String which, String body) {
        var answer = reporter(token()).post(path + "/heartbeats" + which, "application/json", body);
        assertThat(answer.status()).as("%s for %.200s", answer.text(), body).isBetween(400, 499);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    private static int credited(Answer answer) {
        assertThat(answer.status()).isIn(200, 409);
        return answer.status() == 200 ? answer.json().path("creditedSeconds").asInt() : 0;
    }

    private int covered() {
        return learner.get("/api/v1/enrolments/%s/progress".formatted(watching.enrolmentId()))
                .expect(200)
                .at("/lessons/0/coveredSeconds")
                .asInt();
    }

    private void assertWithinTime(int seconds) {
        assertThat((double) seconds).isLessThanOrEqualTo((System.nanoTime() - began) / 1e9);
    }

    private static List<Answer> atOnce(int times, Callable<Answer> request) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Answer>();
            for (var answer : threads.invokeAll(Collections.nCopies(times, request))) {
                answers.add(answer.get());
            }
            return answers;
        }
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
