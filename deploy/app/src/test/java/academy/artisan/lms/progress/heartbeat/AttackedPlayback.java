package academy.artisan.lms.progress.heartbeat;

import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Academy.Watching;
import academy.artisan.lms.testing.Api;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** A playback that somebody wants hours of without watching: none is credited a second too much. */
@StackTest
@Timeout(60)
abstract class AttackedPlayback {

    static final int LENGTH = 300;

    static final String EVERYTHING = "{\"sequence\":1,\"positionSeconds\":0,\"rate\":1,\"intervals\":[[0,300]]}";

    @Autowired
    ApplicationContext context;

    Academy academy;
    Api learner;
    String courseId;
    Watching watching;
    String path;
    long began;

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

    String token() {
        return watching.playback().path("token").asString();
    }

    Api reporter(String token) {
        return academy.nobody().with(token);
    }

    void assertRefused(String report) {
        assertRefused("", report);
    }

    void assertRefused(String which, String body) {
        var answer = reporter(token()).post(path + "/heartbeats" + which, "application/json", body);
        assertThat(answer.status()).as("%s for %.200s", answer.text(), body).isBetween(400, 499);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    int covered() {
        return learner.get("/api/v1/enrolments/%s/progress".formatted(watching.enrolmentId()))
                .expect(200)
                .at("/lessons/0/coveredSeconds")
                .asInt();
    }

    void assertWithinTime(int seconds) {
        assertThat((double) seconds).isLessThanOrEqualTo((System.nanoTime() - began) / 1e9);
    }
}
