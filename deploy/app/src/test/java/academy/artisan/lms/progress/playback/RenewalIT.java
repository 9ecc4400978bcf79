package academy.artisan.lms.progress.playback;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import academy.artisan.lms.progress.PlaybackId;
import academy.artisan.lms.progress.PlaybackToken;
import academy.artisan.lms.progress.PlaybackTokens;
import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Academy.Watching;
import academy.artisan.lms.testing.Api;
import academy.artisan.lms.testing.Authored;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

/** Playbacks that go on for longer than a token lasts. */
@StackTest
class RenewalIT {

    @Autowired
    ApplicationContext context;

    @Autowired
    PlaybackTokens tokens;

    @Autowired
    PlaybackRecords records;

    @Autowired
    JdbcClient jdbc;

    private Academy academy;
    private Authored course;
    private Api learner;
    private Watching watching;
    private PlaybackId playback;

    @BeforeEach
    void openLesson() {
        academy = new Academy(context);
        learner = academy.learner(academy.employer("单位"));
        course = Authored.published(academy, "续", Academy.textOf(60), Academy.textOf(60));
        watching = course.open(learner, 0);
        playback = PlaybackId.of(watching.playback().path("playbackId").asString());
    }

    private String token() {
        return watching.playback().path("token").asString();
    }

    /** The token of this playback as if it had expired so long ago. */
    private String expired(Duration ago) {
        var token = tokens.verify(token(), playback);
        var expiry = Instant.now().minus(ago);
        return tokens.sign(new PlaybackToken(
                playback,
                token.learner(),
                token.enrolmentId(),
                token.courseId(),
                token.lessonId(),
                null,
                token.durationSeconds(),
                token.policy(),
                expiry.minus(Duration.ofHours(2)),
                expiry,
                false));
    }

    private Api.Answer renew(String token) {
        return academy.nobody().with(token).post("/api/v1/playbacks/%s/renewal".formatted(playback));
    }

    private Api.Answer beat(String token, int sequence, int to) {
        return academy.nobody()
                .with(token)
                .post(
                        "/api/v1/playbacks/%s/heartbeats".formatted(playback),
                        Map.of(
                                "sequence",
                                sequence,
                                "positionSeconds",
                                to,
                                "rate",
                                1.0,
                                "intervals",
                                List.of(List.of(0, to))));
    }

    @Test
    void anOpenedLessonSaysWhenItsTokenIsToBeRenewed() {
        var expiresAt = Instant.parse(watching.playback().path("expiresAt").asString());
        assertThat(Duration.between(Instant.now(), expiresAt)).isCloseTo(Duration.ofHours(2), Duration.ofMinutes(1));
        assertThat(watching.playback().path("renewAfterSeconds").asLong()).isEqualTo(5400);
    }

    @Test
    void whoRenewsAnExpiredTokenGoesOnInTheSamePlayback() {
        JsonNode before = await().atMost(Duration.ofSeconds(10))
                .until(
                        () -> beat(token(), 7, 40).expect(200),
                        beat -> beat.path("coveredSeconds").asInt() >= 1);
        var old = expired(Duration.ofHours(23));
        beat(old, 8, 40).expectProblem(401, "playback-token-expired");

        var renewed = renew(old).expect(200);
        assertThat(renewed.path("playbackId").asString()).isEqualTo(playback.toString());
        assertThat(Duration.between(
                        Instant.now(), Instant.parse(renewed.path("expiresAt").asString())))
                .isCloseTo(Duration.ofHours(2), Duration.ofMinutes(1));
        var after = beat(renewed.path("token").asString(), 8, 40).expect(200);
        assertThat(after.path("coveredSeconds").asInt())
                .isGreaterThanOrEqualTo(before.path("coveredSeconds").asInt());
        var reopened = tokens.verify(renewed.path("token").asString(), playback);
        assertThat(reopened.lessonId())
                .isEqualTo(tokens.verify(token(), playback).lessonId());
    }

    @Test
    void renewingTwiceAndBeforeTheEndIsFine() {
        var once = renew(token()).expect(200).path("token").asString();
        var twice = renew(token()).expect(200).path("token").asString();
        renew(once).expect(200);
        beat(twice, 1, 1).expect(200);
        beat(token(), 2, 1).expect(200);
        var opened = tokens.verify(token(), playback).openedAt().getEpochSecond();
        assertThat(tokens.verify(twice, playback).openedAt().getEpochSecond()).isCloseTo(opened, within(1L));
    }

    @Test
    void whatIsOpenedLaterIsTheNewestThoughItsNodeHasAnEarlierTime() {
        var older = tokens.verify(token(), playback);
        var newer = new PlaybackToken(
                new PlaybackId(new UUID(0, playback.value().getLeastSignificantBits())),
                older.learner(),
                older.enrolmentId(),
                older.courseId(),
                older.lessonId(),
                null,
                older.durationSeconds(),
                older.policy(),
                older.openedAt(),
                older.expiresAt(),
                false);
        records.record(newer, older.openedAt().minusSeconds(60));
        assertThat(records.newestPlayback(older.learner()))
                .hasValueSatisfying(newest -> assertThat(newest.playbackId()).isEqualTo(newer.playbackId()));
        renew(token()).expectProblem(409, "playback-superseded");
    }

    @Test
    void aTokenThatExpiredLongAgoIsNotRenewed() {
        renew(expired(Duration.ofHours(25))).expectProblem(401, "playback-token-refused");
    }

    @Test
    void nobodyRenewsThePlaybackOfSomebodyElse() {
        var other = course.open(academy.learner(academy.employer("别处")), 0);
        renew(other.playback().path("token").asString()).expectProblem(401, "playback-token-refused");
        renew(token().substring(0, token().length() - 3) + "abc").expectProblem(401, "playback-token-refused");
        academy.nobody()
                .post("/api/v1/playbacks/%s/renewal".formatted(playback))
                .expectProblem(401, "playback-token-refused");
        learner.post("/api/v1/playbacks/%s/renewal".formatted(playback)).expectProblem(401, "playback-token-refused");
    }

    @Test
    void aSupersededOrRevokedPlaybackIsNotRenewed() {
        var newer = course.open(learner, 1);
        renew(token()).expectProblem(409, "playback-superseded");

        academy.admin()
                .delete("/api/v1/playbacks/"
                        + newer.playback().path("playbackId").asString())
                .expect(204);
        academy.nobody()
                .with(newer.playback().path("token").asString())
                .post("/api/v1/playbacks/%s/renewal"
                        .formatted(newer.playback().path("playbackId").asString()))
                .expectProblem(403, "playback-revoked");
    }

    /** However long ago it was opened: as long as it has a token, it is ended with the enrolment. */
    @Test
    void aRenewedPlaybackEndsWithItsEnrolment() {
        jdbc.sql("update progress.playback set opened_at = now() - interval '3 hours' where playback_id = :id")
                .param("id", playback.value())
                .update();
        var renewed = renew(token()).expect(200).path("token").asString();
        beat(renewed, 1, 1).expect(200);
        course.addLesson("新课", "文");
        course.revise("START_AGAIN");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> beat(renewed, 2, 1).expectProblem(409, "enrolment-ended"));
        renew(renewed).expectProblem(409, "enrolment-ended");
    }
}
