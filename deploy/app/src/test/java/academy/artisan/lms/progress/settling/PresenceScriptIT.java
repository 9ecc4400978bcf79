package academy.artisan.lms.progress.settling;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import academy.artisan.lms.course.LessonId;
import academy.artisan.lms.progress.inflight.Challenge;
import academy.artisan.lms.progress.inflight.DirtyLesson;
import academy.artisan.lms.progress.inflight.InFlight.Presence;
import academy.artisan.lms.progress.inflight.InFlightStore;
import academy.artisan.lms.progress.policy.WatchPolicy;
import academy.artisan.lms.progress.policy.WatchPolicy.PresenceChecks;
import academy.artisan.lms.progress.settling.Changed.Asked;
import academy.artisan.lms.progress.settling.StoreAtMoment.Moment;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of the time of those who are asked whether they are there. */
class PresenceScriptIT extends HeartbeatScript {

    private static final WatchPolicy ATTENDED =
            new WatchPolicy(1, false, false, new PresenceChecks(Duration.ofSeconds(20), Duration.ofSeconds(30)), null);

    @Autowired
    Settled settled;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aPresenceCheckIsNotPutOffByAClockThatIsSetBack() {
        beUntilAsked();
        pass(-3600);
        assertThat(beat().challenge()).isEqualTo(new Challenge(nextChallenge, Duration.ofSeconds(30)));
        pass(31);
        assertCredit(beat(20, 100), 30, Map.of("presence-unconfirmed", 50));
    }

    @Test
    void whoAnswersInTimeLosesNothing() {
        beUntilAsked();
        pass(30);
        assertThat(confirm(UUID.randomUUID().toString())).isEqualTo(Presence.OTHER_CHALLENGE);
        assertThat(confirm(nextChallenge)).isEqualTo(Presence.IN_TIME);
        assertThat(beat(20, 100).credited()).isEqualTo(30);
    }

    @Test
    void whoAnswersLateLosesTheTimeFromTheDeadlineOn() {
        beUntilAsked();
        pass(12);
        assertCredit(beat(20, 30), 10, Map.of());
        pass(40);
        assertCredit(beat(30, 100), 20, Map.of("presence-unconfirmed", 50));
        pass(31);
        assertCredit(beat(50, 100), 0, Map.of("presence-unconfirmed", 50));
        assertThat(confirm(nextChallenge)).isEqualTo(Presence.LATE);
        pass(2);
        assertThat(beat(50, 100).credited()).isEqualTo(2);
    }

    @Test
    void timeBeforeTheDeadlineWaitsForTheHeartbeatAfterALateAnswer() {
        beUntilAsked();
        pass(100);
        assertThat(confirm(nextChallenge)).isEqualTo(Presence.LATE);
        pass(2);
        assertCredit(beat(20, 100), 32, Map.of("not-enough-time", 48));
    }

    @Test
    void aLateAnswerIsKnownWhenThePlaybackIsLoadedAgain() {
        beUntilAsked();
        pass(200);
        confirm(nextChallenge);
        inFlight.close(lesson.learner(), playback.playbackId());
        load(lesson, playback, InFlightStore.instant(START));
        pass(2);
        assertThat(beat(20, 300).credited()).isEqualTo(32);
    }

    @Test
    void openingAgainAnswersNoPresenceCheck() {
        beUntilAsked();
        var asking = playback;
        pass(31);
        playback = open(lesson, LENGTH, ATTENDED);
        assertCredit(beat(20, 30), 0, Map.of("presence-unconfirmed", 10));
        confirm(nextChallenge);
        assertThat(changed(lesson).asked())
                .containsExactly(new Asked(
                        UUID.fromString(nextChallenge), asking.playbackId().value(), at(20), at(51)));
    }

    @Test
    void aCheckOfOneLessonMayBeAnsweredInTheNextAndBothBeSettledTogether() {
        beUntilAsked();
        var asking = playback;
        var next = new DirtyLesson(lesson.learner(), lesson.enrolment(), new LessonId(UUID.randomUUID()));
        playback = open(next, LENGTH, ATTENDED);
        pass(10);
        beat(0, 5);
        confirm(nextChallenge);
        settled.settle(List.of(changed(lesson), changed(next)));
        assertThat(jdbc.sql(
                                "select playback_id from progress.presence_check where challenge_id = :id and answered_at = :at")
                        .param("id", UUID.fromString(nextChallenge))
                        .param("at", at(30).atOffset(ZoneOffset.UTC))
                        .query(UUID.class)
                        .single())
                .isEqualTo(asking.playbackId().value());
    }

    /** Twenty seconds are credited, and presence is asked for. */
    private void beUntilAsked() {
        playback = open(lesson, LENGTH, ATTENDED);
        pass(20);
        var challenge = beat(0, 20).challenge();
        assertThat(challenge).isEqualTo(new Challenge(nextChallenge, Duration.ofSeconds(30)));
    }

    private Presence confirm(String challenge) {
        store.at(new Moment(now, 500, nextChallenge));
        return inFlight.confirm(playback, challenge);
    }
}
