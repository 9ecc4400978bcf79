package academy.artisan.lms.progress;

import java.time.Duration;

import academy.artisan.lms.embedded.OneOwnRedis;
import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Academy.Watching;
import academy.artisan.lms.testing.Api;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Redis has no room left. */
@OwnRedisTest
class RedisFullIT extends ProgressStory {

    private Academy academy;
    private Watching watching;

    @BeforeEach
    void openLesson() {
        academy = new Academy(context);
        var learner = academy.learner(academy.employer("单位"));
        watching = academy.watch(learner, academy.published("满", Academy.textOf(LENGTH)));
    }

    @AfterEach
    void asItWas() {
        set("maxmemory", "64mb");
        set("maxmemory-policy", "volatile-ttl");
    }

    private static void set(String parameter, String value) {
        OneOwnRedis.server().ask(commands -> commands.configSet(parameter, value));
    }

    @Test
    void heartbeatsAreRefusedNothingIsLostAndItGoesOnWhenThereIsRoom() {
        var before = watchBeyond(1, watching);
        set("maxmemory", "100kb");
        expectUnavailable(() -> watching.beat(3, 0, LENGTH));
        await().atMost(Duration.ofSeconds(10)).until(() -> secondsInPostgres(watching) == before);
        await("Redis hears of it")
                .atMost(Duration.ofSeconds(10))
                .until(() -> OneOwnRedis.server()
                        .ask(commands -> commands.keys("*:dirty"))
                        .isEmpty());
        expectUnavailable(() -> watching.beat(3, 0, LENGTH));

        set("maxmemory", "64mb");
        assertThat(covered(watching)).isEqualTo(before);
        watchBeyond(before, watching);
    }

    @Test
    void administratorsAreToldWhatRedisUsesAndWhatToChange() {
        var admin = academy.admin();
        assertThat(warnings(admin)).isEqualTo("[]");
        var server = admin.get("/actuator/health/redis").expect(200).at("/details/server");
        assertThat(server.path("usedBytes").asLong()).isPositive();
        assertThat(server.path("limitBytes").asLong()).isEqualTo(64 << 20);
        assertThat(server.path("policy").asString()).isEqualTo("volatile-ttl");

        set("maxmemory-policy", "allkeys-lru");
        set("maxmemory", "0");
        assertThat(warnings(admin)).contains("allkeys-lru", "set maxmemory");
        var forOthers = academy.nobody().get("/actuator/health/redis").expect(200);
        assertThat(forOthers.toString()).isEqualTo("{\"status\":\"UP\"}");
    }

    private static String warnings(Api admin) {
        var health = admin.get("/actuator/health/redis").expect(200);
        return health.at("/details/warnings").toString();
    }
}
