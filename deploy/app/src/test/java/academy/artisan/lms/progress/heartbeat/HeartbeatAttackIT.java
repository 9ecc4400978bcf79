package academy.artisan.lms.progress.heartbeat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import academy.artisan.lms.testing.Academy.Watching;
import academy.artisan.lms.testing.Api.Answer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What is said of time, as often and as fast as it can be, earns no more than the time that passed. */
class HeartbeatAttackIT extends AttackedPlayback {

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

    private static Map<String, Object> report(String field, Object value) {
        var report = new HashMap<String, Object>(
                Map.of("sequence", 1, "positionSeconds", 0, "rate", 1, "intervals", List.of(List.of(0, LENGTH))));
        report.put(field, value);
        return report;
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

    private static int credited(Answer answer) {
        assertThat(answer.status()).isIn(200, 409);
        return answer.status() == 200 ? answer.json().path("creditedSeconds").asInt() : 0;
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
}
