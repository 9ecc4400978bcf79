package academy.artisan.lms.progress;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import academy.artisan.lms.embedded.RedisCluster;
import academy.artisan.lms.progress.inflight.Shards;
import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Academy.Watching;
import academy.artisan.lms.testing.ClusterTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** One of three nodes is lost while somebody watches on each, and comes back with its files. */
@ClusterTest
class ClusterNodeLostIT extends ProgressStory {

    private static final int LOST = 1;
    private static final Duration A_WHILE = Duration.ofSeconds(20);

    private Academy academy;
    private final List<Watching> watching = new ArrayList<>();

    @BeforeEach
    void somebodyWatchesOnEveryNode() {
        academy = new Academy(context);
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
    void learnersOfAKilledNodeAreToldToWaitAndTheOthersGoOn() {
        var before = watching.stream().map(someone -> watchBeyond(0, someone)).toList();
        var node = RedisCluster.nodes().get(LOST);
        node.kill();
        try {
            expectTheOthersToGoOn(before);
            expectHealthToNameIt();
        } finally {
            node.startAgain();
        }
        awaitTaken(watching.get(LOST), A_WHILE);
        assertThat(covered(watching.get(LOST))).isEqualTo(before.get(LOST));
        watchBeyond(before.get(LOST), watching.get(LOST));
        watching.forEach(this::expectEverythingDurable);
    }

    @Test
    void learnersOfANodeThatHangsAreToldToWaitAndTheOthersGoOn() {
        var before = watching.stream().map(someone -> watchBeyond(0, someone)).toList();
        var node = RedisCluster.nodes().get(LOST);
        node.freeze();
        try {
            expectTheOthersToGoOn(before);
        } finally {
            node.goOn();
        }
        awaitTaken(watching.get(LOST), A_WHILE);
        watchBeyond(before.get(LOST), watching.get(LOST));
        watching.forEach(this::expectEverythingDurable);
    }

    private void expectTheOthersToGoOn(List<Integer> before) {
        for (var round = 0; round < 2; round++) {
            expectUnavailable(() -> watching.get(LOST).beat(2, 0, LENGTH));
            watchBeyond(before.get(0), watching.get(0));
            watchBeyond(before.get(2), watching.get(2));
        }
    }

    private void expectHealthToNameIt() {
        var health = academy.admin().get("/actuator/health/redis").expect(200);
        assertThat(health.at("/details/warnings").toString())
                .contains("%d does not answer"
                        .formatted(RedisCluster.nodes().get(LOST).port()));
        assertThat(health.path("details")).hasSize(RedisCluster.nodes().size());
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
