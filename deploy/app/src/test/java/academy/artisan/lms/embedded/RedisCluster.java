package academy.artisan.lms.embedded;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.lettuce.core.cluster.SlotHash;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.MapPropertySource;

import static org.awaitility.Awaitility.await;

/** A Redis Cluster of three masters, started once for all tests on it; their contexts find it configured. */
@Order(Ordered.HIGHEST_PRECEDENCE + 1) // after what is shared, before the initializer that uses it
public final class RedisCluster implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final int SIZE = 3;

    /** How far the port is away on which nodes speak among themselves. */
    private static final int BUS = 10_000;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var hosts = nodes().stream().map(node -> "127.0.0.1:" + node.port()).collect(Collectors.joining(","));
        var address = "redis://:%s@%s".formatted(OwnRedis.PASSWORD, hosts);
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("redisCluster", Map.of(RedisAddress.PROPERTY, address)));
    }

    public static List<OwnRedis> nodes() {
        return Holder.NODES;
    }

    /** Which of the nodes holds a key. */
    public static int nodeOf(String key) {
        return SlotHash.getSlot(key) * SIZE / SlotHash.SLOT_COUNT;
    }

    /** Waits until every node finds the cluster well. */
    public static void awaitWell() {
        nodes().forEach(RedisCluster::awaitWell);
    }

    private static void awaitWell(OwnRedis node) {
        await().until(() -> node.ask(commands -> commands.clusterInfo())
                .contains("cluster_state:ok\r\ncluster_slots_assigned:16384\r\ncluster_slots_ok:16384"));
    }

    private static class Holder {

        static final List<OwnRedis> NODES = joined();

        private static List<OwnRedis> joined() {
            var nodes = IntStream.range(0, SIZE).mapToObj(Holder::node).toList();
            for (var number = 0; number < SIZE; number++) {
                var slots = slots(number);
                nodes.get(number).ask(commands -> commands.clusterAddSlots(slots));
                nodes.get(number)
                        .ask(commands -> commands.clusterMeet(
                                "127.0.0.1", nodes.getFirst().port()));
            }
            nodes.forEach(RedisCluster::awaitWell);
            return nodes;
        }

        private static OwnRedis node(int number) {
            return OwnRedis.start(
                    "cluster-" + number,
                    port(),
                    "cluster-enabled yes",
                    "cluster-node-timeout 2000",
                    "cluster-require-full-coverage no");
        }

        private static int port() {
            return IntStream.generate(Ports::free)
                    .filter(port -> port < 22_000 && Ports.isFree(port + BUS))
                    .findFirst()
                    .orElseThrow();
        }

        private static int[] slots(int node) {
            return IntStream.range(0, SlotHash.SLOT_COUNT)
                    .filter(slot -> slot * SIZE / SlotHash.SLOT_COUNT == node)
                    .toArray();
        }
    }
}
