package academy.artisan.lms.progress.redis;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisClusterConnection;
import org.springframework.data.redis.connection.RedisClusterNode;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.stereotype.Component;

/** The servers that hold progress in flight: the one, or every master of a cluster. */
@Component
public class RedisServers {

    private static final String THE_ONE = "server";

    private final RedisConnectionFactory connections;

    RedisServers(RedisConnectionFactory connections) {
        this.connections = connections;
    }

    /** How each of them is, by its address; nothing of one that does not answer. */
    public Map<String, Optional<RedisState>> ask() {
        try (var connection = connections.getConnection()) {
            if (connection instanceof RedisClusterConnection cluster) {
                return ask(cluster);
            }
            return Map.of(THE_ONE, state(connection.serverCommands()::info));
        } catch (DataAccessException unreachable) {
            return Map.of(THE_ONE, Optional.empty());
        }
    }

    private static Map<String, Optional<RedisState>> ask(RedisClusterConnection cluster) {
        var states = new LinkedHashMap<String, Optional<RedisState>>();
        for (var node : cluster.clusterGetNodes()) {
            if (holdsProgress(node)) {
                states.put(
                        node.getHost() + ":" + node.getPort(),
                        state(() -> cluster.serverCommands().info(node)));
            }
        }
        return states;
    }

    private static boolean holdsProgress(RedisClusterNode node) {
        return node.isMaster() && !node.getSlotRange().getSlots().isEmpty();
    }

    private static Optional<RedisState> state(Supplier<@Nullable Properties> info) {
        try {
            return Optional.ofNullable(info.get()).map(RedisState::of);
        } catch (DataAccessException silent) {
            return Optional.empty();
        }
    }
}
