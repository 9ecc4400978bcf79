package academy.artisan.lms.progress.redis;

import java.util.Properties;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RedisStateTests {

    @Test
    void aServerThatIsSetUpWellEarnsNoWarning() {
        assertThat(state(100, 1000, "volatile-ttl", true).warnings()).isEmpty();
        assertThat(state(100, 1000, "noeviction", true).warnings()).isEmpty();
    }

    @Test
    void whatCanLoseProgressIsSaid() {
        assertThat(state(100, 1000, "allkeys-lfu", true).warnings())
                .singleElement()
                .asString()
                .contains("allkeys-lfu", "volatile-ttl");
        assertThat(state(100, 1000, "noeviction", false).warnings())
                .singleElement()
                .asString()
                .contains("appendonly");
        assertThat(state(100, 0, "noeviction", true).warnings())
                .singleElement()
                .asString()
                .contains("maxmemory");
        assertThat(state(901, 1000, "volatile-ttl", true).warnings())
                .singleElement()
                .asString()
                .contains("901 of 1000 bytes");
    }

    @Test
    void keysOfAllDatabasesAreCounted() {
        var info = new Properties();
        info.setProperty("db0", "keys=3,expires=1,avg_ttl=5");
        info.setProperty("db12", "keys=40,expires=0,avg_ttl=0");
        assertThat(RedisState.of(info)).isEqualTo(new RedisState(0, 0, "unknown", false, 43));
    }

    private static RedisState state(long used, long limit, String policy, boolean keepsLog) {
        return new RedisState(used, limit, policy, keepsLog, 0);
    }
}
