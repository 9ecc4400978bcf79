package academy.artisan.lms.progress.settling;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import academy.artisan.lms.progress.inflight.InFlight;
import academy.artisan.lms.progress.inflight.InFlight.Outcome;
import academy.artisan.lms.progress.inflight.InFlightStore;
import academy.artisan.lms.progress.inflight.Shards;
import academy.artisan.lms.progress.settling.Unsettled.Settlement;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** What stays in Redis, and what is said of what does not. */
class KeptInRedisIT extends HeartbeatScript {

    @Autowired
    ShardLocks locks;

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

    private long secondsToLive(String key) {
        try (var connection = redis.getConnection()) {
            return connection.keyCommands().ttl(InFlightStore.bytes(key));
        }
    }

    @Test
    void heartbeatsAreDurableAlsoIfMoreCameWhileTheyWereSettled() {
        assertThat(locks.whileHolding(Shards.of(lesson.learner()), () -> {
                    pass(8);
                    beat(0, 2);
                    beat(2, 4);
                    var read = changed(lesson);
                    beat(4, 5);
                    assertThat(note(read)).as("it changed since").isZero();
                    assertThat(beat().durableSequence()).isEqualTo(2);
                    var readAgain = changed(lesson);
                    sequence = 0;
                    beat(10, 11);
                    assertThat(note(readAgain)).isZero();
                    assertThat(beat().durableSequence())
                            .as("the first was credited anew since")
                            .isZero();
                    sequence = 4;
                    settle(changed(lesson), false);
                    assertThat(beat().durableSequence()).isEqualTo(4);
                }))
                .isTrue();
    }

    private int note(Changed read) {
        return unsettled.settle(
                Shards.of(lesson.learner()), List.of(new Settlement(read, false, false)), Duration.ZERO);
    }
}
