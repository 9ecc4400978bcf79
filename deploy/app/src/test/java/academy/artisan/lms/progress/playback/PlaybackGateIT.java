package academy.artisan.lms.progress.playback;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import academy.artisan.lms.course.VideoId;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.progress.LessonProgress;
import academy.artisan.lms.progress.PlaybackGate;
import academy.artisan.lms.progress.PlaybackId;
import academy.artisan.lms.progress.PlaybackSuperseded;
import academy.artisan.lms.progress.PlaybackToken;
import academy.artisan.lms.progress.PlaybackTokens;
import academy.artisan.lms.progress.inflight.CreditRules;
import academy.artisan.lms.progress.inflight.InFlight;
import academy.artisan.lms.progress.inflight.InFlightStore;
import academy.artisan.lms.progress.token.PlaybackTokenExpired;
import academy.artisan.lms.support.Problem;
import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Academy.Watching;
import academy.artisan.lms.testing.Api;
import academy.artisan.lms.testing.Authored;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/** Who is let through to playlists and keys, whatever Redis knows. */
@StackTest
class PlaybackGateIT {

    @Autowired
    ApplicationContext context;

    @Autowired
    RedisConnectionFactory redis;

    @Autowired
    PlaybackTokens tokens;

    @Autowired
    PlaybackGate gate;

    @Autowired
    PlaybackRights rights;

    @Autowired
    InFlight inFlight;

    @Autowired
    PlaybackRecords records;

    @Autowired
    CreditRules rules;

    private Academy academy;
    private Authored course;
    private Api learner;
    private Watching watching;

    @BeforeEach
    void openLesson() {
        academy = new Academy(context);
        learner = academy.learner(academy.employer("单位"));
        course = Authored.published(academy, "门", Academy.textOf(60), Academy.textOf(60));
        watching = course.open(learner, 0);
    }

    private PlaybackToken token(Watching someone) {
        return tokens.verify(someone.playback().path("token").asString(), idOf(someone));
    }

    private static PlaybackId idOf(Watching someone) {
        return PlaybackId.of(someone.playback().path("playbackId").asString());
    }

    private void emptyRedis(boolean isEmptied) {
        if (isEmptied) {
            redis.getConnection().serverCommands().flushDb();
        }
    }

    private void expectClosed(Class<? extends Problem> problem, Watching someone) {
        var token = token(someone);
        assertThatExceptionOfType(problem).isThrownBy(() -> gate.requireOpen(token));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void onlyTheNewestPlaybackIsLetThrough(boolean isEmptied) {
        var older = watching;
        watching = course.open(learner, 1);
        emptyRedis(isEmptied);
        expectClosed(PlaybackSuperseded.class, older);
        assertThatCode(() -> gate.requireOpen(token(watching))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aRevokedPlaybackGetsNothingMoreAndEarnsNothingMore(boolean isEmptied) {
        watching.beat(1, 0, 1).expect(200);
        var admin = academy.admin();
        admin.delete("/api/v1/playbacks/" + idOf(watching)).expect(204);
        admin.delete("/api/v1/playbacks/" + idOf(watching)).expect(204);
        emptyRedis(isEmptied);
        expectClosed(PlaybackRevoked.class, watching);
        watching.beat(2, 0, 2).expectProblem(403, "playback-revoked");
        expectClosed(PlaybackRevoked.class, watching);
        var trail = admin.get("/api/v1/audit?action=playback-revoked&subjectId=" + idOf(watching))
                .expect(200);
        assertThat(trail.path("items")).hasSize(1);
        assertThat(trail.at("/items/0/details/personId").asString())
                .isEqualTo(Academy.idOf(learner).toString());

        watching = course.open(learner, 0);
        watching.beat(1, 0, 1).expect(200);
    }

    @Test
    void whateverAPersonPlaysCanBeRevoked() {
        var admin = academy.admin();
        admin.delete("/api/v1/people/%s/playbacks".formatted(Academy.idOf(learner)))
                .expect(204);
        expectClosed(PlaybackRevoked.class, watching);
        admin.delete("/api/v1/people/%s/playbacks".formatted(PersonId.next())).expectProblem(404, "not-found");
        admin.delete("/api/v1/playbacks/" + PlaybackId.next()).expectProblem(404, "not-found");
    }

    /** An opening that timed out, was taken off the record, and was done by Redis nevertheless. */
    @Test
    void whatRedisTookTooLateSupersedesNobody() {
        var late = another(token(watching));
        inFlight.open(late, null, LessonProgress.none(late.enrolmentId(), late.lessonId()), Map.of());
        assertThatCode(() -> gate.requireOpen(token(watching))).doesNotThrowAnyException();
        watching.beat(1, 0, 1).expect(200);
        assertThat(inFlight.credited(late.learner())).isEqualTo(idOf(watching));
        assertThatExceptionOfType(PlaybackSuperseded.class).isThrownBy(() -> gate.requireOpen(late));
    }

    /** An opening of which Redis never heard, because its node died. */
    @Test
    void whoIsRevokedDoesNotGoOnWithThePlaybackThatRedisKnows() {
        records.record(another(token(watching)), Instant.now());
        watching.beat(1, 0, 1).expect(200);
        var admin = academy.admin();
        admin.delete("/api/v1/people/%s/playbacks".formatted(Academy.idOf(learner)))
                .expect(204);
        watching.beat(2, 0, 1).expectProblem(409, "playback-superseded");
        expectClosed(PlaybackSuperseded.class, watching);
        assertThat(admin.get("/api/v1/audit?action=playback-revoked&subjectId=" + idOf(watching))
                        .expect(200)
                        .path("items"))
                .hasSize(1);
    }

    private static PlaybackToken another(PlaybackToken token) {
        return new PlaybackToken(
                PlaybackId.next(),
                token.learner(),
                token.enrolmentId(),
                token.courseId(),
                token.lessonId(),
                token.videoId(),
                token.durationSeconds(),
                token.policy(),
                token.openedAt(),
                token.expiresAt(),
                false);
    }

    @Test
    void onlyAdministratorsRevoke() {
        var playback = "/api/v1/playbacks/" + idOf(watching);
        learner.delete(playback).expectProblem(403, "not-allowed");
        academy.nobody().delete(playback).expectProblem(401, "log-in-required");
        learner.delete("/api/v1/people/%s/playbacks".formatted(Academy.idOf(learner)))
                .expectProblem(403, "not-allowed");
        assertThatCode(() -> gate.requireOpen(token(watching))).doesNotThrowAnyException();
    }

    @Test
    void whoBeginsAgainIsNotLetThroughWithTheOldPlayback() {
        course.addLesson("新课", "文");
        course.revise("START_AGAIN");
        await().atMost(ofSeconds(20))
                .untilAsserted(() -> assertThatExceptionOfType(Problem.class)
                        .isThrownBy(() -> gate.requireOpen(token(watching)))
                        .matches(problem -> problem.properties().containsKey("enrolmentId")));
    }

    @Test
    void whoIsMovedIsNotLetThroughToWhatIsNotShownAnyMore() {
        course.rewrite(0, Academy.textOf(30));
        course.revise("TOP_UP");
        await().atMost(ofSeconds(20)).untilAsserted(() -> expectClosed(LessonReplaced.class, watching));
    }

    @Test
    void whileRedisIsAwayPostgresDecides() {
        var nowhere = new LettuceConnectionFactory("127.0.0.1", 1);
        nowhere.start();
        try {
            var alone = new PlaybackGate(new InFlight(new InFlightStore(nowhere), rules), rights, Clock.systemUTC());
            var older = token(watching);
            alone.requireOpen(older);
            watching = course.open(learner, 1);
            alone.requireOpen(token(watching));
            assertThatExceptionOfType(PlaybackSuperseded.class).isThrownBy(() -> alone.requireOpen(older));
        } finally {
            nowhere.destroy();
        }
    }

    @Test
    void aPreviewIsLetThroughUntilItsTokenExpiresAndEarnsNothing() {
        var now = Clock.systemUTC().instant();
        var preview = PlaybackToken.preview(
                PersonId.next(), new VideoId(UUID.randomUUID()), ofSeconds(9), now, now.plus(ofHours(1)));
        var path = "/api/v1/playbacks/%s/".formatted(preview.playbackId());
        gate.requireOpen(tokens.verify(tokens.sign(preview), preview.playbackId()));
        var viewer = academy.nobody().with(tokens.sign(preview));
        viewer.post(
                        path + "heartbeats",
                        Map.of("sequence", 1, "positionSeconds", 1, "rate", 1, "intervals", new int[][] {{0, 1}}))
                .expectProblem(409, "preview-not-credited");
        viewer.post(path + "renewal").expectProblem(401, "playback-token-refused");
        var over = PlaybackToken.preview(
                PersonId.next(), new VideoId(UUID.randomUUID()), ofSeconds(9), now.minus(ofHours(2)), now);
        assertThatExceptionOfType(PlaybackTokenExpired.class)
                .isThrownBy(() -> tokens.verify(tokens.sign(over), over.playbackId()));
    }
}
