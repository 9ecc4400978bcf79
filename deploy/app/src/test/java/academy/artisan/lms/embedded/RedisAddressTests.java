package academy.artisan.lms.embedded;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RedisAddressTests {

    @Test
    void oneHostIsAServer() {
        assertThat(properties("redis://:secret@redis.example:7000/3"))
                .isEqualTo(Map.of(
                        "host",
                        "redis.example",
                        "port",
                        7000,
                        "database",
                        3,
                        "password",
                        "secret",
                        "ssl.enabled",
                        false));
    }

    @Test
    void whatIsUsualNeedNotBeSaid() {
        assertThat(properties("rediss://redis"))
                .isEqualTo(Map.of("host", "redis", "port", 6379, "database", 0, "ssl.enabled", true));
    }

    @Test
    void severalHostsAreACluster() {
        assertThat(properties("redis://:secret@a:7000,b, [::1]:7002"))
                .containsEntry("cluster.nodes", "a:7000,b:6379,::1:7002")
                .containsEntry("password", "secret")
                .doesNotContainKeys("host", "sentinel.master");
    }

    @Test
    void sentinelsNameTheMaster() {
        assertThat(properties("redis-sentinel://:secret@a,b:26380/2#mymaster"))
                .containsEntry("sentinel.nodes", "a:26379,b:26380")
                .containsEntry("sentinel.master", "mymaster")
                .containsEntry("database", 2)
                .doesNotContainKeys("host", "cluster.nodes", "sentinel.password");
    }

    @Test
    void sentinelsMayHaveAPasswordOfTheirOwn() {
        var environment = new MockEnvironment()
                .withProperty("lms.redis.url", "redis-sentinel://:secret@a#m")
                .withProperty("lms.redis.sentinel-password", "other");
        assertThat(RedisAddress.propertiesIn(environment))
                .containsEntry("spring.data.redis.sentinel.password", "other")
                .containsEntry("spring.data.redis.password", "secret");
    }

    @Test
    void usersAndPasswordsMayHoldAnything() {
        assertThat(properties("redis://lms%3Aapp:p%40ss%2f+%25@a"))
                .containsEntry("username", "lms:app")
                .containsEntry("password", "p@ss/+%");
        assertThat(properties("redis://:p@s/s#:x@a")).containsEntry("password", "p@s/s#:x");
        assertThat(properties("redis://alone@a"))
                .containsEntry("password", "alone")
                .doesNotContainKey("username");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            http://:secret@a | begins with redis://
            redis-secret | begins with redis://
            redis:// | host 1 is not
            redis://:secret@a,,b | host 2 is not
            redis://:secret@a:99999 | port of its host 1
            redis://:secret:6379 | host 1 is not
            redis://:secret@a/secret | database
            redis://:secret@a,b/1 | has no databases
            redis://:sec%ret@a | % in user or password
            redis://secret:@a | no password before it
            redis-sentinel://:secret@a | name of the master
            redis://:secret@a#secret | name of the master
            """)
    void whatIsWrongIsSaidWithoutThePassword(String address, String rule) {
        assertThatExceptionOfType(StackCannotStart.class)
                .isThrownBy(() -> RedisAddressText.read(address))
                .withMessageStartingWith("LMS_REDIS_URL is no address of Redis: ")
                .withMessageContaining(rule)
                .matches(failure -> !String.valueOf(failure.getMessage()).contains("sec"));
        assertThat(RedisAddressText.read("redis://:secret@a").toString()).doesNotContain("secret");
    }

    private static Map<String, Object> properties(String address) {
        return RedisAddressText.read(address).properties();
    }
}
