package academy.artisan.lms.progress.policy;

import java.time.Duration;

import academy.artisan.lms.progress.policy.WatchPolicy.PresenceChecks;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WatchPolicyTests {

    private static final PresenceChecks CHECKS = new PresenceChecks(Duration.ofMinutes(10), Duration.ofMinutes(1));
    private static final Duration CAP = Duration.ofHours(2);

    @Test
    void whatIsReadCountsInSightInAnyOrderAndNoFasterThanTime() {
        assertThat(new WatchPolicy(2, true, false, CHECKS, CAP).forReading())
                .isEqualTo(new WatchPolicy(1, false, true, CHECKS, CAP));
    }

    @Test
    void aSlowerRateHoldsForReading() {
        assertThat(WatchPolicy.ofRate(0.75).forReading().maxRate()).isEqualTo(0.75);
    }
}
