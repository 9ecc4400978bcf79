package academy.artisan.lms.progress;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import academy.artisan.lms.embedded.RedisCluster;
import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Academy.Watching;
import academy.artisan.lms.testing.ClusterTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** One of three nodes dies while somebody watches on each, and comes back with its files. */
@ClusterTest
class ClusterNodeKilledIT extends ProgressStory {

    private static final int KILLED = 1;
    private static final Duration A_WHILE = Duration.ofSeconds(20);

    private final List<Watching> watching = new ArrayList<>();

    @BeforeEach
    void somebodyWatchesOnEveryNode() {
        var academy = new Academy(context);
        var employer = academy.employer("单位");
        var course = academy.published("集群", Academy.textOf(LENGTH));
        for (var node = 0; node < RedisCluster.nodes().size(); node++) {
            var learner = academy.learner(employer);
            while (RedisCluster.nodeOf(Shards.playback(Academy.idOf(learner))) != node) {
                learner = academy.learner(employer);
            }
            watching.add(academy.watch(learner, course));
        }
    }

    @AfterEach
    void theClusterIsWellForOthers() {
        RedisCluster.awaitWell();
    }

    @Test
    void itsLearnersAreToldToWaitAndTheOthersGoOn() {
        var before = watching.stream().map(someone -> watchBeyond(0, someone)).toList();
        var node = RedisCluster.nodes().get(KILLED);
        node.kill();
        try {
            for (var round = 0; round < 3; round++) {
                expectUnavailable(() -> watching.get(KILLED).beat(2, 0, LENGTH));
                assertThat(watchBeyond(before.get(0), watching.get(0))).isGreaterThan(before.get(0));
                assertThat(watchBeyond(before.get(2), watching.get(2))).isGreaterThan(before.get(2));
            }
        } finally {
            node.startAgain();
        }
        awaitTaken(watching.get(KILLED), A_WHILE);
        assertThat(covered(watching.get(KILLED))).isEqualTo(before.get(KILLED));
        watchBeyond(before.get(KILLED), watching.get(KILLED));
        watching.forEach(this::expectEverythingDurable);
    }

    private void expectEverythingDurable(Watching someone) {
        var covered = covered(someone);
        await().atMost(A_WHILE).until(() -> secondsInPostgres(someone) == covered);
        await().atMost(A_WHILE).until(() -> durableSequence(someone) >= 2);
    }

    private static int durableSequence(Watching someone) {
        return someone.beat(2, 0, 0).expect(200).path("durableSequence").asInt();
    }
}
