package academy.artisan.lms.progress;

import java.time.Duration;

import academy.artisan.lms.embedded.OwnSentinel;
import academy.artisan.lms.testing.Academy;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/** The master falls silent and a Sentinel promotes its replica. */
@ContextConfiguration(initializers = OwnSentinel.class)
@DirtiesContext
class SentinelIT extends ProgressStory {

    @Test
    void theApplicationGoesOnWithTheReplica() {
        var academy = new Academy(context);
        var learner = academy.learner(academy.employer("单位"));
        var watching = academy.watch(learner, academy.published("哨兵", Academy.textOf(LENGTH)));
        var before = watchBeyond(1, watching);
        OwnSentinel.awaitReplica();
        OwnSentinel.master().freeze();
        expectUnavailable(() -> watching.beat(2, 0, LENGTH));
        awaitTaken(watching, Duration.ofSeconds(30));
        assertThat(watchBeyond(before, watching)).isGreaterThan(before);
    }
}
