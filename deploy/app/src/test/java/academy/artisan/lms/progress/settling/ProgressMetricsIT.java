package academy.artisan.lms.progress.settling;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import academy.artisan.lms.embedded.OneOwnRedis;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.progress.OwnRedisTest;
import academy.artisan.lms.progress.ProgressStory;
import academy.artisan.lms.progress.inflight.Shards;
import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Academy.Watching;
import academy.artisan.lms.testing.Api;
import academy.artisan.lms.testing.Authored;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@OwnRedisTest
class ProgressMetricsIT extends ProgressStory {

    private static final String SCRAPE = "/actuator/prometheus";

    @Autowired
    ShardLocks locks;

    private Academy academy;
    private Api admin;

    @BeforeEach
    void administrator() {
        academy = new Academy(context);
        admin = academy.admin();
    }

    @Test
    void metricsAreForAdministrators() {
        for (var path : new String[] {SCRAPE, "/actuator/metrics", "/actuator/metrics/lms.redis.keys"}) {
            academy.nobody().get(path).expectProblem(401, "log-in-required");
            academy.learner(academy.employer("单位")).get(path).expectProblem(403, "not-allowed");
            assertThat(admin.get(path).status()).as(path).isEqualTo(200);
        }
    }

    @Test
    void lessonsThatWaitAndWhatRedisUsesAreMeasuredAndUnknownWhileItIsAway() {
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(scraped())
                        .containsPattern("lms_progress_waiting \\d")
                        .containsPattern("lms_redis_memory_used_bytes \\d")
                        .containsPattern("lms_redis_keys \\d"));
        OneOwnRedis.server().freeze();
        try {
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(scraped())
                            .contains(
                                    "lms_progress_waiting NaN",
                                    "lms_redis_memory_used_bytes NaN",
                                    "lms_redis_keys NaN"));
        } finally {
            OneOwnRedis.server().goOn();
        }
    }

    @Test
    void heartbeatsAreCountedByWhatBecameOfThem() {
        var learner = academy.learner(academy.employer("单位"));
        var course = Authored.published(academy, "数", Academy.textOf(LENGTH));
        var taken = "lms_progress_heartbeats_total{outcome=\"taken\"}";
        var superseded = "lms_progress_heartbeats_total{outcome=\"superseded\"}";
        var unavailable = "lms_progress_heartbeats_total{outcome=\"unavailable\"}";
        var credited = "lms_progress_credited_seconds_total";
        var refused = "lms_progress_refused_seconds_total{reason=\"not-enough-time\"}";
        var reloads = "lms_progress_reloads_total";
        var older = course.open(learner, 0);
        var watching = course.open(learner, 0);
        var before = scraped();
        var acknowledged = List.of(
                watching.beat(1, 0, LENGTH).expect(200),
                watching.beat(2, 0, LENGTH).expect(200),
                watching.beat(3, 0, LENGTH).expect(200));
        older.beat(1, 0, LENGTH).expectProblem(409, "playback-superseded");
        OneOwnRedis.server().freeze();
        try {
            expectUnavailable(() -> watching.beat(4, 0, LENGTH));
        } finally {
            OneOwnRedis.server().goOn();
        }
        OneOwnRedis.server().ask(commands -> commands.del(Shards.playback(learnerOf(watching))));
        watching.beat(5, 0, 0).expect(200);
        var after = scraped();
        assertThat(added(before, after, taken)).isEqualTo(4);
        assertThat(added(before, after, superseded)).isEqualTo(1);
        assertThat(added(before, after, unavailable)).isEqualTo(1);
        assertThat(added(before, after, reloads)).isEqualTo(1);
        assertThat(added(before, after, credited)).isEqualTo(sum(acknowledged, "creditedSeconds"));
        assertThat(added(before, after, refused))
                .isEqualTo(sum(acknowledged, "refusedSeconds"))
                .isPositive();
    }

    @Test
    void whatPostgresIsBehindIsAMatterOfSeconds() {
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(value(scraped(), "lms_progress_durability_lag_seconds"))
                        .isBetween(0d, 5d));
    }

    /** As if its node had lost power: PostgreSQL does not know yet that nobody is there any more. */
    @Test
    void aShardThatSomebodyHoldsAndDoesNotSettleIsSeenToBeBehind() {
        var watching = Authored.published(academy, "锁", Academy.textOf(LENGTH))
                .open(academy.learner(academy.employer("单位")), 0);
        var lag = "lms_progress_durability_lag_seconds";
        await().until(() -> locks.whileHolding(Shards.of(learnerOf(watching)), () -> {
            watching.beat(1, 0, LENGTH).expect(200);
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(value(scraped(), lag)).isGreaterThan(6));
        }));
        await().untilAsserted(() -> assertThat(value(scraped(), lag)).isLessThan(5));
    }

    private static double added(String before, String after, String name) {
        return value(after, name) - value(before, name);
    }

    private static double value(String scraped, String name) {
        return scraped.lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not among " + scraped));
    }

    private static double sum(List<JsonNode> acknowledged, String seconds) {
        return acknowledged.stream().mapToInt(one -> one.path(seconds).asInt()).sum();
    }

    private PersonId learnerOf(Watching watching) {
        return jdbc.sql("select person_id from enrolment.enrolment where enrolment_id = :id")
                .param("id", UUID.fromString(watching.enrolmentId()))
                .query((row, ignored) -> new PersonId(row.getObject(1, UUID.class)))
                .single();
    }

    private String scraped() {
        var begin = System.nanoTime();
        var answer = admin.get(SCRAPE);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(4));
        return answer.text();
    }
}
