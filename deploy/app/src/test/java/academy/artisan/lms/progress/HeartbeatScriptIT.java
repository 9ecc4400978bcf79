package academy.artisan.lms.progress;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.connection.RedisConnectionFactory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** The script that decides on credit, on a real Redis, with the clock in the hands of the test. */
@StackTest
class HeartbeatScriptIT {

    private static final long SECOND = 1_000_000;
    private static final int LENGTH = 2700;
    private static final long START = 1_800_000_000L * SECOND;

    private final LuaScript open = new LuaScript("open");
    private final LuaScript heartbeat = new LuaScript("heartbeat");
    private final String learner = "{s0001}:" + UUID.randomUUID();

    @Autowired
    RedisConnectionFactory redis;

    private long now = START;
    private int sequence;

    /** What the script answered. */
    record Answer(String state, long credited, long refused, long covered) {}

    @BeforeEach
    void openLesson() {
        open("one");
    }

    @Test
    void oneGiantClaimIsCreditedForTheTimeThatPassed() {
        now += 10 * SECOND;
        assertThat(beat("one", 1000, 0, 2700)).isEqualTo(new Answer("ok", 10, 2690, 10));
        assertThat(beat("one", 1000, 0, 2700)).isEqualTo(new Answer("ok", 0, 2690, 10));
    }

    @Test
    void aReplayCreditsOnce() {
        now += 10 * SECOND;
        assertThat(beat("one", 1000, 0, 5).credited()).isEqualTo(5);
        now += 10 * SECOND;
        assertThat(beat("one", 1000, 0, 5)).isEqualTo(new Answer("ok", 0, 0, 5));
    }

    @Test
    void aPauseIsNoStockOfCredit() {
        now += 60 * SECOND;
        assertThat(beat("one", 1000)).isEqualTo(new Answer("ok", 0, 0, 0));
        assertThat(beat("one", 1000, 0, 100).credited()).isEqualTo(10);
    }

    @Test
    void aSilenceEarnsNoMoreThanItsLimit() {
        now += 3600 * SECOND;
        assertThat(beat("one", 1000, 0, 2700).credited()).isEqualTo(300);
    }

    @Test
    void timeIsMultipliedByTheAllowedRate() {
        now += 10 * SECOND;
        assertThat(beat("one", 1500, 0, 100).credited()).isEqualTo(15);
    }

    @Test
    void aClockThatStepsBackNeitherCreditsNorTakesAway() {
        now += 10 * SECOND;
        beat("one", 1000, 0, 10);
        now -= 3600 * SECOND;
        assertThat(beat("one", 1000, 10, 20)).isEqualTo(new Answer("ok", 0, 10, 10));
        now += 3605 * SECOND;
        assertThat(beat("one", 1000, 10, 20).credited()).isEqualTo(5);
    }

    @Test
    void onlyTheNewestPlaybackIsCredited() {
        open("two");
        now += 10 * SECOND;
        assertThat(beat("one", 1000, 0, 10).state()).isEqualTo("superseded");
        assertThat(beat("two", 1000, 0, 10).credited()).isEqualTo(10);
    }

    @Test
    void openingAgainAndAgainCreatesNoTime() {
        now += 10 * SECOND;
        var credited = beat("one", 1000, 0, 10).credited();
        for (var i = 0; i < 20; i++) {
            open("again" + i);
            credited += beat("again" + i, 1000, 0, 2700).credited();
        }
        assertThat(credited).isEqualTo(10);
    }

    @Test
    void whatRedisDoesNotKnowIsSaid() {
        redis.getConnection().serverCommands().flushDb();
        assertThat(beat("one", 1000, 0, 10).state()).isEqualTo("unknown");
    }

    @Test
    void anySeriesOfHeartbeatsCreditsWhatASimpleModelDoes() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var seen = new BitSet();
        var spare = 0L;
        var last = now;
        var credited = 0L;
        for (var i = 0; i < 2000; i++) {
            now += random.nextInt(12) == 0 ? -random.nextLong(5 * SECOND) : random.nextLong(9 * SECOND);
            var from = random.nextInt(2600);
            var to = from + random.nextInt(60);
            var allowance = spare + Math.clamp(now - last, 0, 300 * SECOND);
            var expected = 0L;
            for (var second = from; second < to; second++) {
                if (!seen.get(second) && allowance >= SECOND) {
                    seen.set(second);
                    allowance -= SECOND;
                    expected++;
                }
            }
            spare = Math.min(allowance, 10 * SECOND);
            last = Math.max(last, now);
            credited += expected;
            var answer = beat("one", 1000, from, to);
            assertThat(answer.credited()).as("seed %d, heartbeat %d", seed, i).isEqualTo(expected);
            assertThat(answer.covered()).as("seed %d, heartbeat %d", seed, i).isEqualTo(seen.cardinality());
            assertThat(credited * SECOND).as("seed %d", seed).isLessThanOrEqualTo(last - START);
        }
    }

    private void open(String playback) {
        try (var connection = redis.getConnection()) {
            open.run(connection, keys("known"), playback, "", text(now), new byte[0], "0", "0", LENGTH);
        }
    }

    private Answer beat(String playback, int rate, int... bounds) {
        var arguments = new ArrayList<Object>(List.of(playback, ++sequence, 0, -1, 1, text(now), "name", LENGTH));
        arguments.addAll(List.of(300 * SECOND, 10 * SECOND, 3600 * SECOND, 8 * 3600, rate, 0, 0, -1, 0, 0, "", 0));
        for (var bound : bounds) {
            arguments.add(bound);
        }
        try (var connection = redis.getConnection()) {
            var answer = heartbeat.run(connection, keys("dirty"), arguments.toArray());
            var state = new String((byte[]) answer.getFirst(), UTF_8);
            return state.equals("ok")
                    ? new Answer(state, (Long) answer.get(1), refused(answer), (Long) answer.get(2))
                    : new Answer(state, 0, 0, 0);
        }
    }

    private static long refused(List<Object> answer) {
        return IntStream.iterate(9, i -> i < answer.size(), i -> i + 2)
                .mapToLong(i -> (Long) answer.get(i))
                .sum();
    }

    private List<String> keys(String fifth) {
        return List.of(
                learner + ":playback",
                learner + ":seen",
                learner + ":lesson",
                learner + ":days",
                learner + ":" + fifth);
    }

    private static String text(long micros) {
        return Long.toString(micros);
    }
}
