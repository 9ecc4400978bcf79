package academy.artisan.lms.progress.settling;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.LessonId;
import academy.artisan.lms.enrolment.EnrolmentId;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.progress.Coverage;
import academy.artisan.lms.progress.LessonProgress;
import academy.artisan.lms.progress.PlaybackId;
import academy.artisan.lms.progress.PlaybackToken;
import academy.artisan.lms.progress.inflight.Challenge;
import academy.artisan.lms.progress.inflight.CreditRules;
import academy.artisan.lms.progress.inflight.DirtyLesson;
import academy.artisan.lms.progress.inflight.Heartbeat;
import academy.artisan.lms.progress.inflight.InFlight;
import academy.artisan.lms.progress.inflight.InFlight.Outcome;
import academy.artisan.lms.progress.inflight.InFlight.Presence;
import academy.artisan.lms.progress.inflight.InFlightStore;
import academy.artisan.lms.progress.inflight.Refusal;
import academy.artisan.lms.progress.inflight.Shards;
import academy.artisan.lms.progress.policy.WatchPolicy;
import academy.artisan.lms.progress.policy.WatchPolicy.PresenceChecks;
import academy.artisan.lms.progress.settling.Changed.Asked;
import academy.artisan.lms.progress.settling.Changed.Refused;
import academy.artisan.lms.progress.settling.Changed.Stretch;
import academy.artisan.lms.progress.settling.StoreAtMoment.Moment;
import academy.artisan.lms.progress.settling.Unsettled.Settlement;
import academy.artisan.lms.testing.StackTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

import static academy.artisan.lms.progress.settling.Oracle.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

/** The rules of credit one by one, on a real Redis, with the clock in the hands of the test. */
@StackTest
class HeartbeatScriptIT {

    private static final int LENGTH = 2700;
    private static final long START = 1_800_000_000L * SECOND;
    private static final long MIDNIGHT = 1_800_028_800L * SECOND;
    private static final WatchPolicy PLAIN = WatchPolicy.ofRate(1);
    private static final WatchPolicy ATTENDED =
            new WatchPolicy(1, false, false, new PresenceChecks(Duration.ofSeconds(20), Duration.ofSeconds(30)), null);

    @Autowired
    LettuceConnectionFactory redis;

    @Autowired
    CreditRules rules;

    @Autowired
    Settled settled;

    @Autowired
    ShardLocks locks;

    @Autowired
    JdbcClient jdbc;

    private final DirtyLesson lesson = new DirtyLesson(
            new PersonId(UUID.randomUUID()), new EnrolmentId(UUID.randomUUID()), new LessonId(UUID.randomUUID()));
    private StoreAtMoment store;
    private InFlight inFlight;
    private Unsettled unsettled;
    private PlaybackToken playback;
    private final String nextChallenge = UUID.randomUUID().toString();
    private long now = START;
    private int sequence;

    @BeforeEach
    void openLesson() {
        store = new StoreAtMoment(redis);
        inFlight = new InFlight(store, rules);
        unsettled = new Unsettled(store, rules, Clock.systemUTC());
        playback = open(lesson, LENGTH, PLAIN);
    }

    @Test
    void oneGiantClaimIsCreditedForTheTimeThatPassed() {
        pass(10);
        assertCredit(beat(0, 2700), 10, Map.of("not-enough-time", 2690));
        assertCredit(beat(0, 2700), 0, Map.of("not-enough-time", 2690));
    }

    @Test
    void aReplayCreditsOnce() {
        pass(10);
        assertCredit(beat(0, 5), 5, Map.of());
        pass(10);
        assertCredit(beat(0, 5), 0, Map.of());
    }

    @Test
    void aPauseIsNoStockOfCredit() {
        pass(60);
        beat();
        assertThat(beat(0, 100).credited()).isEqualTo(10);
    }

    @Test
    void aSilenceEarnsNoMoreThanItsLimit() {
        pass(3600);
        assertThat(beat(0, 2700).credited()).isEqualTo(300);
    }

    @Test
    void timeIsMultipliedByTheAllowedRate() {
        playback = open(lesson, LENGTH, WatchPolicy.ofRate(1.5));
        pass(10);
        assertThat(beat(0, 100).credited()).isEqualTo(15);
    }

    @Test
    void aClockThatStepsBackALittleNeitherCreditsNorTakesAway() {
        pass(10);
        beat(0, 10);
        pass(-5);
        assertCredit(beat(10, 20), 0, Map.of("not-enough-time", 10));
        pass(10);
        assertThat(beat(10, 20).credited()).isEqualTo(5);
    }

    @Test
    void whoWatchesWhileTheClockIsSetBackEarnsAgainFromTheNextHeartbeat() {
        pass(10);
        beat(0, 10);
        pass(600);
        assertThat(beat(10, 400).credited()).isEqualTo(300);
        pass(-600);
        assertCredit(beat(310, 400), 0, Map.of("not-enough-time", 90));
        pass(7);
        assertThat(beat(310, 400).credited()).isEqualTo(7);
        pass(3);
        assertThat(beat(310, 400).credited()).isEqualTo(3);
        var id = playback.playbackId().value();
        assertThat(changed(lesson).stretches())
                .containsExactlyInAnyOrder(
                        new Stretch(id, 0, 310, at(0), at(610)), new Stretch(id, 310, 320, at(10), at(20)));
    }

    @Test
    void aClockThatGoesBackAndForthCreditsNoMoreThanPassed() {
        var credited = 0;
        for (var i = 0; i < 10; i++) {
            pass(8);
            credited += beat(0, 2700).credited();
            pass(-600);
            credited += beat(0, 2700).credited();
        }
        assertThat(credited).isEqualTo(80);
    }

    @Test
    void openingAfterTheClockSteppedBackALittleCreditsNoTimeTwice() {
        pass(100);
        beat(0, 100);
        pass(-5);
        playback = open(lesson, LENGTH, PLAIN);
        pass(5);
        assertThat(beat(100, 200).credited()).isZero();
        pass(5);
        assertThat(beat(100, 200).credited()).isEqualTo(5);
    }

    @Test
    void openingAfterTheClockWasSetBackCountsFromThere() {
        pass(100);
        beat(0, 100);
        pass(-3600);
        playback = open(lesson, LENGTH, PLAIN);
        assertThat(beat(100, 200).credited()).isZero();
        pass(5);
        assertThat(beat(100, 200).credited()).isEqualTo(5);
    }

    @Test
    void aPresenceCheckIsNotPutOffByAClockThatIsSetBack() {
        beUntilAsked();
        pass(-3600);
        assertThat(beat().challenge()).isEqualTo(new Challenge(nextChallenge, Duration.ofSeconds(30)));
        pass(31);
        assertCredit(beat(20, 100), 30, Map.of("presence-unconfirmed", 50));
    }

    @Test
    void onlyTheNewestPlaybackIsCredited() {
        var older = playback;
        playback = open(lesson, LENGTH, PLAIN);
        pass(10);
        assertThat(apply(older, true, 0, 10)).isInstanceOf(Outcome.Superseded.class);
        assertThat(beat(0, 10).credited()).isEqualTo(10);
    }

    @Test
    void openingAgainAndAgainCreatesNoTime() {
        pass(10);
        var credited = beat(0, 10).credited();
        for (var i = 0; i < 20; i++) {
            playback = open(lesson, LENGTH, PLAIN);
            credited += beat(0, 2700).credited();
        }
        assertThat(credited).isEqualTo(10);
    }

    @Test
    void aLongSilenceLetsOneMoreThroughAndEndsThePlayback() {
        pass(3600);
        assertThat(beat(0, 1).ended()).isFalse();
        pass(3601);
        assertThat(beat(1, 2).ended()).isTrue();
        pass(1);
        assertThat(apply(playback, true, 2, 3)).isInstanceOf(Outcome.Ended.class);
    }

    @Test
    void onFirstViewingOnlyWhatFollowsIsCredited() {
        playback = open(lesson, LENGTH, new WatchPolicy(1, true, false, null, null));
        pass(100);
        assertCredit(beat(4, 10), 0, Map.of("skipped", 6));
        assertCredit(beat(3, 10), 7, Map.of());
        assertCredit(beat(14, 20), 0, Map.of("skipped", 6));
        pass(10);
        assertCredit(beat(13, 20), 7, Map.of());
    }

    @Test
    void aHiddenPageEarnsNothingWhereThatIsAsked() {
        playback = open(lesson, LENGTH, new WatchPolicy(1, false, true, null, null));
        pass(10);
        assertCredit(taken(apply(playback, false, 0, 10)), 0, Map.of("page-hidden", 10));
        assertCredit(beat(0, 10), 0, Map.of("not-enough-time", 10));
        pass(3);
        assertThat(beat(0, 10).credited()).isEqualTo(3);
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

    @Test
    void onADayNoMoreThanItsCapIsCreditedInAllLessonsTogether() {
        now = MIDNIGHT - 100 * SECOND;
        var capped = new WatchPolicy(1, false, false, null, Duration.ofSeconds(60));
        playback = open(lesson, LENGTH, capped);
        pass(50);
        assertThat(beat(0, 50).credited()).isEqualTo(50);
        var next = new DirtyLesson(lesson.learner(), lesson.enrolment(), new LessonId(UUID.randomUUID()));
        playback = open(next, LENGTH, capped);
        pass(49);
        assertCredit(beat(0, 49), 10, Map.of("daily-cap", 39));
        pass(2);
        assertThat(beat(10, 100).credited()).isEqualTo(12);
        var today = LocalDate.ofInstant(InFlightStore.instant(now), ZoneId.of("Asia/Shanghai"));
        assertThat(changed(next).days()).isEqualTo(Map.of(today.minusDays(1), 60, today, 12));
    }

    @Test
    void watchedIsWhatThePlayerSaysWithinTheTimeThatPassed() {
        pass(10);
        assertThat(played(8_000, 0, 5).watched()).isEqualTo(8);
        pass(10);
        assertThat(played(500_000, 0, 5).watched()).isEqualTo(18);
        pass(10);
        assertThat(played(400_000, 5, 9).watched()).isEqualTo(18);
    }

    @Test
    void whatWasPlayedBeforeItIsCreditedIsWatchedOnce() {
        pass(10);
        assertThat(played(10_000).watched()).isEqualTo(10);
        assertThat(played(10_000, 0, 10))
                .extracting(Outcome.Taken::credited, Outcome.Taken::watched)
                .containsExactly(10, 10);
        assertThat(beat(0, 10).watched()).isEqualTo(10);
        pass(5);
        assertThat(beat(10, 15).watched()).isEqualTo(15);
        assertThat(played(15_000, 0, 15).watched()).isEqualTo(15);
    }

    @Test
    void whatWasPlayedIsNotWatchedAgainWhenThePlaybackIsLoadedAgain() {
        pass(60);
        assertThat(played(60_000, 0, 60).watched()).isEqualTo(60);
        lose(Shards.playback(lesson.learner()));
        load(lesson, playback, InFlightStore.instant(START));
        pass(30);
        assertThat(played(65_000, 0, 65).watched()).isEqualTo(65);
        pass(30);
        assertThat(played(70_000, 0, 65).watched()).isEqualTo(70);
    }

    @Test
    void aStretchGrowsWhileOneWatchesOn() {
        pass(10);
        beat(0, 10);
        pass(10);
        beat(5, 15, 30, 35);
        pass(10);
        beat(15, 18, 35, 40);
        var id = playback.playbackId().value();
        assertThat(changed(lesson).stretches())
                .containsExactlyInAnyOrder(
                        new Stretch(id, 0, 15, at(0), at(20)),
                        new Stretch(id, 15, 18, at(20), at(30)),
                        new Stretch(id, 30, 35, at(10), at(20)),
                        new Stretch(id, 35, 40, at(20), at(30)));
    }

    @Test
    void refusalsAreKeptByReason() {
        pass(10);
        beat(0, 30);
        pass(5);
        beat(5, 40);
        assertThat(changed(lesson).refusals())
                .containsExactly(
                        new Refused(playback.playbackId().value(), "not-enough-time", at(10), at(15), 2, 25, 10, 40));
    }

    @Test
    void whatRedisDoesNotKnowIsSaid() {
        lose(Shards.playback(lesson.learner()));
        assertThat(apply(playback, true, 0, 10)).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void secondsThatAreEvictedAreKnownByTheirStretches() {
        pass(10);
        beat(0, 3, 7, 9);
        lose(Shards.seen(lesson.learner(), lesson.enrolment(), lesson.lesson()));
        assertThat(apply(playback, true, 0, 10)).isInstanceOf(Outcome.Unknown.class);
        assertThat(changed(lesson).coverage().toMultirange()).isEqualTo("{[0,3),[7,9)}");
        load(lesson, playback, InFlightStore.instant(START));
        assertCredit(beat(0, 10), 0, Map.of("not-enough-time", 5));
    }

    @Test
    void aLessonThatIsLongerInANewVersionKeepsItsSeconds() {
        pass(10);
        beat(0, 10);
        playback = open(lesson, LENGTH + 100, PLAIN);
        pass(10);
        assertThat(beat(LENGTH + 90, LENGTH + 100).covered()).isEqualTo(20);
    }

    @Test
    void whatIsOpenedAndNeverWatchedLeavesRedisAndWhatWaitsStays() {
        var keys = InFlight.heartbeatKeys(playback).subList(0, 4);
        assertThat(keys).allMatch(key -> secondsToLive(key) > 0);
        beat(0, 1);
        assertThat(keys).allMatch(key -> secondsToLive(key) == -1);
        playback = open(lesson, LENGTH, PLAIN);
        assertThat(keys.subList(1, 3)).allMatch(key -> secondsToLive(key) == -1);
    }

    @Test
    void onlyALessonThatIsLostLeavesTheListOfThoseThatWait() {
        beat(0, 1);
        assertThat(unsettled.changed(List.of(lesson))).hasSize(1);
        assertThat(store.areDirty(lesson)).containsExactly(true);
        lose(Shards.lesson(lesson.learner(), lesson.enrolment(), lesson.lesson()));
        assertThat(unsettled.changed(List.of(lesson))).isEmpty();
        assertThat(store.areDirty(lesson)).containsExactly(false);
    }

    @Test
    void manyStretchesAreSettledAtOnce() {
        playback = open(lesson, 20_000, PLAIN);
        for (var from = 0; from + 600 <= 20_000; from += 600) {
            pass(300);
            var start = from;
            beat(IntStream.range(0, 300)
                    .flatMap(i -> IntStream.of(start + 2 * i, start + 2 * i + 1))
                    .toArray());
        }
        var change = changed(lesson);
        assertThat(change.stretches()).hasSizeGreaterThan(9_000);
        settle(change, false);
        assertThat(changed(lesson).stretches()).hasSize(1);
    }

    @Test
    void whatRestsLeavesRedisAndWhoComesBackKeepsIt() {
        var keys = InFlight.heartbeatKeys(playback).subList(0, 4);
        var shard = Shards.of(lesson.learner());
        var later = new Unsettled(store, rules, Clock.offset(Clock.systemUTC(), Duration.ofMinutes(2)));
        assertThat(locks.whileHolding(shard, () -> {
                    beat(0, 1);
                    settle(changed(lesson), false);
                    assertThat(unsettled.resting(shard, 1000)).doesNotContain(lesson);
                    assertThat(later.resting(shard, 1000)).contains(lesson);
                    unsettled.letGo(shard, List.of(lesson));
                    assertThat(keys).allMatch(key -> secondsToLive(key) > 0);
                    beat(1, 2);
                    unsettled.letGo(shard, List.of(lesson));
                    assertThat(keys).as("nobody but Redis knows it").allMatch(key -> secondsToLive(key) == -1);
                    settle(changed(lesson), true);
                    unsettled.letGo(shard, List.of(lesson));
                    assertThat(secondsToLive(keys.get(2)))
                            .as("completed lessons leave soon")
                            .isBetween(1L, 120L);
                    assertThat(later.resting(shard, 1000)).doesNotContain(lesson);
                }))
                .isTrue();
    }

    private void settle(Changed change, boolean isCompleted) {
        assertThat(unsettled.settle(
                        Shards.of(change.lesson().learner()),
                        List.of(new Settlement(change, isCompleted, false)),
                        Duration.ZERO))
                .isEqualTo(1);
    }

    /** Twenty seconds are credited, and presence is asked for. */
    private void beUntilAsked() {
        playback = open(lesson, LENGTH, ATTENDED);
        pass(20);
        var challenge = beat(0, 20).challenge();
        assertThat(challenge).isEqualTo(new Challenge(nextChallenge, Duration.ofSeconds(30)));
    }

    private PlaybackToken open(DirtyLesson which, int length, WatchPolicy policy) {
        var token = new PlaybackToken(
                PlaybackId.next(),
                which.learner(),
                which.enrolment(),
                CourseId.next(),
                which.lesson(),
                null,
                length,
                policy,
                InFlightStore.instant(now),
                Instant.MAX,
                false);
        load(which, token, null);
        return token;
    }

    private void load(DirtyLesson which, PlaybackToken token, @Nullable Instant since) {
        store.at(new Moment(now, 500, nextChallenge));
        inFlight.open(token, since, LessonProgress.none(which.enrolment(), which.lesson()), Map.of());
    }

    private void pass(long seconds) {
        now += seconds * SECOND;
    }

    private Outcome.Taken beat(int... bounds) {
        return taken(apply(playback, true, bounds));
    }

    private Outcome.Taken played(long millis, int... bounds) {
        store.at(new Moment(now, 500, nextChallenge));
        return taken(inFlight.apply(playback, new Heartbeat(++sequence, 0, true, millis, claims(bounds))));
    }

    private Outcome apply(PlaybackToken token, boolean visible, int... bounds) {
        store.at(new Moment(now, 500, nextChallenge));
        return inFlight.apply(token, new Heartbeat(++sequence, 0, visible, -1, claims(bounds)));
    }

    private static Coverage claims(int... bounds) {
        var ranges = new ArrayList<Coverage.Range>();
        for (var i = 0; i < bounds.length; i += 2) {
            ranges.add(new Coverage.Range(bounds[i], bounds[i + 1]));
        }
        return Coverage.of(ranges);
    }

    private static Outcome.Taken taken(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Taken.class);
        return (Outcome.Taken) outcome;
    }

    private static void assertCredit(Outcome.Taken taken, int credited, Map<String, Integer> refused) {
        assertThat(taken.credited()).isEqualTo(credited);
        assertThat(taken.refusals())
                .containsExactlyInAnyOrderElementsOf(refused.entrySet().stream()
                        .map(one -> new Refusal(one.getKey(), one.getValue()))
                        .toList());
    }

    private Presence confirm(String challenge) {
        store.at(new Moment(now, 500, nextChallenge));
        return inFlight.confirm(playback, challenge);
    }

    private Changed changed(DirtyLesson which) {
        return unsettled.changed(List.of(which)).getFirst();
    }

    private void lose(String key) {
        store.lose(Stream.of(key));
    }

    private long secondsToLive(String key) {
        try (var connection = redis.getConnection()) {
            return connection.keyCommands().ttl(InFlightStore.bytes(key));
        }
    }

    private static Instant at(long seconds) {
        return InFlightStore.instant(START + seconds * SECOND);
    }
}
