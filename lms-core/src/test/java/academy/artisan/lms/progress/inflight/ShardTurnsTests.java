package academy.artisan.lms.progress.inflight;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ShardTurnsTests {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00.000001Z");
    private static final Duration INTERVAL = Duration.ofSeconds(32);

    @Test
    void eachShardHasOneTurnInEveryInterval() {
        assertThat(Shards.all())
                .allSatisfy(shard -> {
                    var turn = Shards.nextTurn(shard, INTERVAL, NOW);
                    assertThat(turn).isAfter(NOW).isBeforeOrEqualTo(NOW.plus(INTERVAL));
                    assertThat(Shards.nextTurn(shard, INTERVAL, turn)).isEqualTo(turn.plus(INTERVAL));
                })
                .extracting(shard -> Shards.nextTurn(shard, INTERVAL, NOW))
                .doesNotHaveDuplicates();
    }

    @Test
    void shardsThatFollowEachOtherAreFarApart() {
        var shards = Shards.all().toList();
        for (var i = 1; i < shards.size(); i++) {
            var between = Duration.between(
                            Shards.nextTurn(shards.get(i - 1), INTERVAL, NOW),
                            Shards.nextTurn(shards.get(i), INTERVAL, NOW))
                    .abs();
            assertThat(between).isGreaterThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void withoutAnIntervalItIsAtOnce() {
        assertThat(Shards.nextTurn(Shards.all().findFirst().orElseThrow(), Duration.ZERO, NOW))
                .isBetween(NOW, NOW.plusNanos(2000));
    }
}
