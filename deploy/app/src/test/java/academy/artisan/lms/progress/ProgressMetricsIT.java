package academy.artisan.lms.progress;

import java.time.Duration;

import academy.artisan.lms.embedded.OneOwnRedis;
import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Api;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@OwnRedisTest
class ProgressMetricsIT extends ProgressStory {

    private static final String SCRAPE = "/actuator/prometheus";

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

    private String scraped() {
        var begin = System.nanoTime();
        var answer = admin.get(SCRAPE);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(4));
        return answer.text();
    }
}
